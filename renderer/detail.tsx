import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../shared/model/profile.ts';
import { assertNever } from '../shared/result.ts';
import styles from './app.module.css';
import type { Dropped } from './features/import/dropped.ts';
import { Door } from './features/knock/door.tsx';
import { NextSteps } from './features/onboarding/next-steps.tsx';
import { ProfilePage } from './features/profiles/profile-page.tsx';
import { only, type Selection } from './state/selection.ts';
import { useAppState } from './state/store-context.tsx';
import type { Navigation } from './state/use-navigation.ts';
import type { ViewAction } from './state/view.ts';
import { later } from './ui/later.tsx';

const AboutPage = later(async () => (await import('./features/about/about-page.tsx')).AboutPage);
const ExportPage = later(async () => (await import('./features/export/export-page.tsx')).ExportPage);
const HistoryPage = later(async () => (await import('./features/history/history-page.tsx')).HistoryPage);
const ImportPage = later(async () => (await import('./features/import/import-page.tsx')).ImportPage);
const SelectionPanel = later(async () => (await import('./features/knock/selection-panel.tsx')).SelectionPanel);
const ProfileEditor = later(async () => (await import('./features/profiles/profile-editor.tsx')).ProfileEditor);
const SetupPage = later(async () => (await import('./features/server-setup/setup-page.tsx')).SetupPage);
const SettingsPage = later(async () => (await import('./features/settings/settings-page.tsx')).SettingsPage);

interface DetailProps {
  readonly navigation: Navigation;
  readonly selection: Selection | null;
}

const NOTHING_DROPPED: readonly Dropped[] = [];

/** The right-hand pane: an editor, one profile, or several that are selected together. */
export function Detail({ navigation, selection }: DetailProps) {
  const { t } = useTranslation();
  const { view, go } = navigation;
  const profiles = useAppState((state) => state.profiles);
  const selected = profiles.filter(({ id }) => selection?.ids.has(id));
  const [profile] = selected;

  const next = {
    onImport: () => go({ do: 'show', pane: { kind: 'import' } }),
    onServer: () => go({ do: 'new', forServer: true }),
    onNew: () => go({ do: 'new' }),
  };
  const forServer = view.shows.kind === 'new' && view.shows.forServer === true;
  const reopen: ViewAction =
    view.shows.kind === 'edit' ? { do: 'edit', id: view.shows.id } : { do: 'new', ...(forServer && { forServer }) };

  switch (view.shows.kind) {
    case 'new':
    case 'edit':
      return (
        <ProfileEditor
          key={view.shows.kind === 'new' ? `new-${forServer}` : view.shows.id}
          editing={view.shows}
          onReopen={() => go(reopen)}
          onSaved={(id) => {
            go({ do: 'open', selection: only(id) });
            if (forServer) go({ do: 'show', pane: { kind: 'setup', id } });
          }}
          onLeave={() => go({ do: 'leave' })}
        />
      );
    case 'setup':
      return <SetupPage key={view.shows.id} id={view.shows.id} onLeave={() => go({ do: 'leave' })} />;
    case 'settings':
      return <SettingsPage onAbout={() => go({ do: 'show', pane: { kind: 'about' } })} />;
    case 'about':
      return <AboutPage />;
    case 'history':
      return <HistoryPage key={view.shows.profileId} profileId={view.shows.profileId} />;
    case 'import':
      return (
        <ImportPage
          dropped={view.shows.dropped ?? NOTHING_DROPPED}
          onDone={(first) => go(first === null ? { do: 'leave' } : { do: 'open', selection: only(first) })}
        />
      );
    case 'export':
      return <ExportPage selected={selected} />;
    case 'selection':
      break;
    default:
      return assertNever(view.shows);
  }
  if (profile === undefined)
    return (
      <div className={styles['nothing']}>
        <Door pose="shut" tone="calm" beat={0} />
        {profiles.length > 0 ? <p>{t('list.choose')}</p> : <NextSteps heading="h2" {...next} />}
      </div>
    );
  if (selected.length > 1)
    return <SelectionPanel profiles={selected} onOpen={(id) => go({ do: 'open', selection: only(id) })} />;
  return (
    <ProfilePage
      key={profile.id}
      profile={profile}
      byLink={view.shows.byLink === true}
      onEdit={() => go({ do: 'edit', id: profile.id })}
      onOpen={(id) => go({ do: 'open', selection: only(id) })}
      next={next}
      onSetup={() => go({ do: 'show', pane: { kind: 'setup', id: profile.id } })}
      onHistory={() => go({ do: 'show', pane: { kind: 'history', profileId: profile.id } })}
      onDeleted={() => go({ do: 'deleted', next: neighbour(profiles, profile) })}
    />
  );
}

function neighbour(profiles: readonly ProfileSummary[], profile: ProfileSummary): string | null {
  const at = profiles.indexOf(profile);
  return (profiles[at + 1] ?? profiles[at - 1])?.id ?? null;
}
