/**
 * In the place of the part of electron-log that sends log lines over the network. Ours never go there, and with it every
 * start would load Node's `http`, `https` and `tls`.
 */
function noRemoteTransport(): null {
  return null;
}

// What `require` gets: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
export { noRemoteTransport as 'module.exports' };
