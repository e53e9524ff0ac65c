/**
 * Who this app is on Windows (its AppUserModelID): the id that the installer gives the Start menu's shortcut, without
 * which Windows shows no notification and groups the windows apart from it; and the name of the start at login, which
 * build/windows/installer.nsh takes back. The same as `appId` in build/electron-builder.yml.
 */
export const APP_ID = 'io.github.toctoc_app.toctoc';
