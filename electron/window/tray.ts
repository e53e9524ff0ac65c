import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, nativeTheme, type Rectangle, Tray } from 'electron';
import { type IconState, type IconView, iconFile } from './tray-icon.ts';

/** A menu is built at most this often (ms): it has an entry for every server, and knocks leave meanwhile. */
const MENU_PAUSE_MS = 400;

export interface AppTrayOptions {
  /** Absolute path of the folder with the tray's pictures. */
  readonly icons: string;
  readonly menu: () => readonly MenuItemConstructorOptions[];
  /** A plain click where the system has one: Windows. */
  readonly onClick: (bounds: Rectangle) => void;
}

/**
 * The one icon of the app: on Linux only the first Tray of a process is a StatusNotifierItem, and one that is no longer
 * referenced disappears. Whether the desktop shows it cannot be found out there.
 */
export class AppTray {
  readonly #tray: Tray;
  readonly #options: AppTrayOptions;
  readonly #followTheme = () => this.#draw();
  #icon: IconState = 'idle';
  #file = '';
  #toolTip = '';
  #shownMenu = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(options: AppTrayOptions, view: IconView) {
    this.#options = options;
    this.#file = this.#fileFor(view.icon);
    this.#tray = new Tray(nativeImage.createFromPath(this.#file));
    nativeTheme.on('updated', this.#followTheme);
    this.show(view);
    if (process.platform === 'linux') this.#buildMenu();
    else this.#openOnClick();
  }

  /** Shows a picture and its words. */
  show({ icon, toolTip }: IconView): void {
    this.#icon = icon;
    this.#draw();
    if (toolTip === this.#toolTip) return;
    this.#toolTip = toolTip;
    this.#tray.setToolTip(toolTip);
  }

  /** What the menu is made of has changed. Linux keeps a menu of its own, which is built anew; elsewhere it is on a click. */
  menuChanged(): void {
    if (process.platform === 'linux') this.#timer ??= setTimeout(() => this.#buildMenu(), MENU_PAUSE_MS);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    nativeTheme.off('updated', this.#followTheme);
    this.#tray.destroy();
  }

  #draw(): void {
    const file = this.#fileFor(this.#icon);
    if (file === this.#file) return;
    this.#file = file;
    this.#tray.setImage(nativeImage.createFromPath(file));
  }

  #fileFor(icon: IconState): string {
    const dark = isPanelDark();
    const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
    return join(this.#options.icons, iconFile(icon, { platform: process.platform, dark, desktop }));
  }

  #buildMenu(): void {
    this.#timer = null;
    const template = [...this.#options.menu()];
    const shown = JSON.stringify(template);
    if (shown === this.#shownMenu) return;
    this.#shownMenu = shown;
    this.#tray.setContextMenu(Menu.buildFromTemplate(template));
  }

  #openOnClick(): void {
    const open = () => this.#tray.popUpContextMenu(Menu.buildFromTemplate([...this.#options.menu()]));
    this.#tray.on('right-click', open);
    if (process.platform === 'darwin') this.#tray.on('click', open);
    else this.#tray.on('click', (_event, bounds) => this.#options.onClick(bounds));
  }
}

/** The panel's own colours; Electron before 34 knows the applications’ only. */
function isPanelDark(): boolean {
  const own: unknown = Reflect.get(nativeTheme, 'shouldUseDarkColorsForSystemIntegratedUI');
  return typeof own === 'boolean' ? own : nativeTheme.shouldUseDarkColors;
}
