import { TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemSentence } from '../i18n.ts';
import { useAppState, useBridge } from '../state/store-context.tsx';
import { Button } from './button.tsx';
import styles from './notices.module.css';
import { useTell } from './toasts.tsx';

/** What the person should know, until it is put away. */
export function Notices() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const notices = useAppState((state) => state.notices);

  async function dismiss(id: string): Promise<void> {
    const answer = await bridge.invoke('notices:dismiss', id);
    if (!answer.ok) tell.failure(answer.problems);
  }

  return notices.map(({ id, problem }) => (
    <div key={id} role="alert" className={styles['notice']}>
      <TriangleAlert size={18} aria-hidden />
      <p>{problemSentence(problem)}</p>
      <Button look="icon" aria-label={t('dismiss')} onClick={() => void dismiss(id)}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  ));
}
