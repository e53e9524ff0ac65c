import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createPageBridge } from './ipc/page-bridge.ts';

// Of a `File` that the page has made itself the system says nothing.
const pathOf = (file: object): string => (file instanceof File ? webUtils.getPathForFile(file) : '');

contextBridge.exposeInMainWorld('toctoc', createPageBridge(ipcRenderer, pathOf));
