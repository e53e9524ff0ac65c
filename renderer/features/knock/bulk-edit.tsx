import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileChange, ProfileSummary } from '../../../shared/model/profile.ts';
import { MAX_GAP_MS } from '../../../shared/model/sequence.ts';
import { problemSentence } from '../../i18n.ts';
import { useAppState, useBridge } from '../../state/store-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useTell } from '../../ui/toasts.tsx';
import { readNumber } from '../profiles/form.ts';
import { launchOptions, readChoice } from '../profiles/launch-choice.ts';
import styles from './selection-panel.module.css';

const UNCHANGED = '';

/** Changes the gap, a tag or the launch of all selected profiles at once; what is left empty stays as it is. */
export function BulkEdit({ profiles }: { readonly profiles: readonly ProfileSummary[] }) {
  const { t } = useTranslation();
  const launchers = useAppState((state) => state.launchers);
  const platform = useAppState((state) => state.platform);
  const [gap, setGap] = useState('');
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState(UNCHANGED);
  const [launch, setLaunch] = useState(UNCHANGED);
  const change = useChange();
  const gapMs = readNumber(gap);
  const badGap = gap.trim() !== '' && !(Number.isInteger(gapMs) && gapMs >= 0 && gapMs <= MAX_GAP_MS);
  const tags = [...new Set(profiles.flatMap((profile) => profile.tags))].sort((a, b) => a.localeCompare(b));
  const tag = add.trim();
  const nothing = gap.trim() === '' && tag === '' && remove === UNCHANGED && launch === UNCHANGED;

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (nothing || badGap) return;
    const wanted = profiles.map(
      (profile): ProfileChange => ({
        id: profile.id,
        ...(gap.trim() !== '' && { gapMs }),
        ...((tag !== '' || remove !== UNCHANGED) && {
          tags: [
            ...profile.tags.filter((one) => one !== remove && one.toLowerCase() !== tag.toLowerCase()),
            tag,
          ].filter((one) => one !== ''),
        }),
        ...(launch !== UNCHANGED && { launch: readChoice(launch) }),
      }),
    );
    void change(profiles, wanted).then((done) => {
      if (!done) return;
      setGap('');
      setAdd('');
      setRemove(UNCHANGED);
      setLaunch(UNCHANGED);
    });
  }

  return (
    <form className={styles['bulk']} onSubmit={onSubmit}>
      <h3>{t('bulk.title')}</h3>
      <div className={styles['fields']}>
        <TextField
          label={t('bulk.gap')}
          inputMode="numeric"
          placeholder={t('bulk.unchanged')}
          value={gap}
          onChange={({ target }) => setGap(target.value)}
          {...(badGap && { errors: [problemSentence({ code: 'gap-range' })] })}
        />
        <SelectField
          label={t('bulk.launch')}
          value={launch}
          onChange={({ target }) => setLaunch(target.value)}
          options={[
            { value: UNCHANGED, label: t('bulk.unchanged') },
            // A command is each profile's own.
            ...launchOptions(t, { launchers, platform }, 'auto').filter(
              ({ value }) => readChoice(value).client !== 'custom',
            ),
          ]}
        />
        <TextField
          label={t('bulk.addTag')}
          placeholder={t('bulk.unchanged')}
          maxLength={40}
          value={add}
          onChange={({ target }) => setAdd(target.value)}
        />
        {tags.length > 0 && (
          <SelectField
            label={t('bulk.removeTag')}
            value={remove}
            onChange={({ target }) => setRemove(target.value)}
            options={[
              { value: UNCHANGED, label: t('bulk.unchanged') },
              ...tags.map((one) => ({ value: one, label: one })),
            ]}
          />
        )}
      </div>
      <div>
        <Button type="submit" aria-disabled={nothing || badGap || undefined}>
          {t('bulk.apply')}
        </Button>
      </div>
    </form>
  );
}

/** Changes, and offers to change back: the list knows what there was before. */
function useChange() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();

  async function send(changes: readonly ProfileChange[]): Promise<boolean> {
    const answer = await bridge.invoke('profiles:change', { changes });
    if (!answer.ok) tell.failure(answer.problems);
    return answer.ok;
  }

  return async (profiles: readonly ProfileSummary[], changes: readonly ProfileChange[]): Promise<boolean> => {
    const before = profiles.map(
      ({ id, gapMs, tags, client, terminal }): ProfileChange => ({
        ...{ id, gapMs, tags: [...tags] },
        launch: { client, terminal },
      }),
    );
    const done = await send(changes);
    if (done)
      tell.undoable(t('bulk.changed', { count: changes.length }), { label: t('undo'), run: () => void send(before) });
    return done;
  };
}
