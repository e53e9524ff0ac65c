import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, CHANNELS, PUSH_CHANNELS } from '../shared/ipc.ts';

/** The bridge and nothing else: named channels only, and never Electron's event object, whose `sender` is a way out. */
const bridge: Bridge = {
  invoke: (channel, ...args) => {
    if (!CHANNELS.includes(channel)) throw new Error(`no such channel: ${channel}`);
    return ipcRenderer.invoke(channel, ...args);
  },
  on: (channel, listener) => {
    if (!PUSH_CHANNELS.includes(channel)) throw new Error(`no such channel: ${channel}`);
    const receive = (_event: unknown, message: Parameters<typeof listener>[0]) => listener(message);
    ipcRenderer.on(channel, receive);
    return () => {
      ipcRenderer.off(channel, receive);
    };
  },
  // Of a `File` that the page has made itself it says nothing.
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('toctoc', bridge);
