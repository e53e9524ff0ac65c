import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../state/store-context.tsx';
import { Button } from './button.tsx';
import { useTell } from './toasts.tsx';

/** How long the button says that it was copied (ms). */
const COPIED_MS = 2000;

interface CopyButtonProps {
  readonly label: string;
  /** What is copied, where several can be: not drawn, but part of the button's name. */
  readonly of?: string;
  /** Asked for when it is wanted. */
  readonly text: () => string;
}

/** Puts a text on the clipboard, and says so in its own place. */
export function CopyButton({ label, of, text }: CopyButtonProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const tell = useTell();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    const done = await bridge.invoke('clipboard:write', { text: text() });
    if (done.ok) setCopied(true);
    else tell.failure(done.problems);
  }

  return (
    <Button look="quiet" onClick={() => void copy()}>
      {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      <span aria-live="polite">{copied ? t('serverSetup.copied') : label}</span>
      {of !== undefined && <span className="sr-only"> {of}</span>}
    </Button>
  );
}
