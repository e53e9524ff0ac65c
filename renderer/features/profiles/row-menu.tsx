import { ContextMenu } from '@base-ui/react/context-menu';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../shared/model/profile.ts';
import { type ActionId, SHORTCUTS } from '../../../shared/model/shortcuts.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import menu from '../../ui/menu.module.css';
import { useTell } from '../../ui/toasts.tsx';
import { useKeys } from '../hand/use-keys.ts';
import type { Actions } from '../hand/use-shortcuts.ts';
import { defaultAction, useRuns } from '../knock/use-runs.ts';

interface RowMenuProps {
  /** What it is about: the row, or every row that is selected with it. */
  readonly selected: readonly ProfileSummary[];
  readonly actions: Actions;
  readonly onDelete: (profile: ProfileSummary) => void;
  /** The list, whose right click (or Shift+F10) opens the menu. */
  readonly children: ReactElement;
}

/** What can be done with a row, beside it. */
export function RowMenu({ selected, actions, onDelete, children }: RowMenuProps) {
  const [one, ...others] = selected;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={children} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={menu['positioner']}>
          <ContextMenu.Popup className={menu['popup']}>
            {one !== undefined && others.length === 0 && (
              <OneMenu profile={one} actions={actions} onDelete={onDelete} />
            )}
            {one !== undefined && others.length > 0 && <ManyMenu profiles={selected} />}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

interface OneMenuProps {
  readonly profile: ProfileSummary;
  readonly actions: Actions;
  readonly onDelete: (profile: ProfileSummary) => void;
}

function OneMenu({ profile, actions, onDelete }: OneMenuProps) {
  const { t } = useTranslation();
  const { start, keepOpen } = useRuns();
  const bridge = useBridge();
  const tell = useTell();
  const kept = useAppState((state) => state.keptOpen.some(({ profileId }) => profileId === profile.id));
  const connects = defaultAction(profile) === 'connect';

  async function favour(): Promise<void> {
    const answer = await bridge.invoke('profiles:favourite', { id: profile.id, on: !profile.favourite });
    if (!answer.ok) tell.failure(answer.problems);
  }

  return (
    <>
      {connects && <Item label={t('knockAndConnect')} onClick={() => start(profile.id, 'connect')} />}
      <Item label={t('knock')} onClick={() => start(profile.id, 'knock')} />
      {profile.canClose && <Item label={t('closeDoor')} onClick={() => start(profile.id, 'close')} />}
      {(kept || profile.keepOpenMinutes !== null) && (
        <ContextMenu.CheckboxItem
          checked={kept}
          onCheckedChange={(on) => keepOpen(profile.id, on)}
          className={menu['item']}
        >
          <span className={menu['label']}>{t('keepOpen.label')}</span>
          <ContextMenu.CheckboxItemIndicator>✓</ContextMenu.CheckboxItemIndicator>
        </ContextMenu.CheckboxItem>
      )}
      <ContextMenu.Separator className={menu['line']} />
      <Item label={t('edit')} action="edit" onClick={() => actions.edit?.()} />
      <Item label={t('duplicate')} action="duplicate" onClick={() => actions.duplicate?.()} />
      <ContextMenu.CheckboxItem
        checked={profile.favourite}
        onCheckedChange={() => void favour()}
        className={menu['item']}
      >
        <span className={menu['label']}>{t('list.favourite')}</span>
        <ContextMenu.CheckboxItemIndicator>✓</ContextMenu.CheckboxItemIndicator>
      </ContextMenu.CheckboxItem>
      <ContextMenu.Separator className={menu['line']} />
      <Item label={t('delete')} onClick={() => onDelete(profile)} />
    </>
  );
}

function ManyMenu({ profiles }: { readonly profiles: readonly ProfileSummary[] }) {
  const { t } = useTranslation();
  const { startMany } = useRuns();
  const closing = profiles.filter(({ canClose }) => canClose);
  return (
    <>
      <Item label={t('knock')} onClick={() => startMany(profiles, 'knock')} />
      {closing.length > 0 && <Item label={t('many.closeDoors')} onClick={() => startMany(closing, 'close')} />}
    </>
  );
}

interface ItemProps {
  readonly label: string;
  readonly action?: ActionId;
  readonly onClick: () => void;
}

function Item({ label, action, onClick }: ItemProps) {
  const write = useKeys();
  const keys = action === undefined ? null : SHORTCUTS[action];
  return (
    <ContextMenu.Item onClick={onClick} className={menu['item']}>
      <span className={menu['label']}>{label}</span>
      {keys !== null && (
        <span aria-hidden className={menu['keys']}>
          {write(keys)}
        </span>
      )}
    </ContextMenu.Item>
  );
}
