import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/result.ts';
import type { Block, Inline, Line } from '../../../shared/text/help/blocks.ts';
import type { HelpPageId } from '../../../shared/text/help/pages.ts';
import { labelText } from '../../../shared/text/help/plain.ts';
import { spokenTexts } from '../../i18n.ts';
import { Keys } from '../hand/keys.tsx';
import styles from './help.module.css';

type Go = (page: HelpPageId) => void;

interface HelpBlockProps {
  readonly block: Block;
  readonly onGo: Go;
}

/** A part of a page of the help. */
export function HelpBlock({ block, onGo }: HelpBlockProps) {
  switch (block.kind) {
    case 'heading':
      return <h3 className={styles['heading']}>{block.text}</h3>;
    case 'text':
      return (
        <p>
          <HelpLine line={block.line} onGo={onGo} />
        </p>
      );
    case 'steps':
      return <ol className={styles['list']}>{items(block.lines, onGo)}</ol>;
    case 'points':
      return <ul className={styles['list']}>{items(block.lines, onGo)}</ul>;
    case 'example':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1).
        <pre tabIndex={0} className={styles['example']}>
          {block.text}
        </pre>
      );
    default:
      return assertNever(block);
  }
}

function items(lines: readonly Line[], onGo: Go) {
  return lines.map((line) => (
    <li key={JSON.stringify(line)}>
      <HelpLine line={line} onGo={onGo} />
    </li>
  ));
}

function HelpLine({ line, onGo }: { readonly line: Line; readonly onGo: Go }) {
  // The parts of a sentence stay where they are.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return line.map((part, at) => <HelpInline key={at} part={part} onGo={onGo} />);
}

function HelpInline({ part, onGo }: { readonly part: Inline; readonly onGo: Go }) {
  const { t } = useTranslation();
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'label':
      return <b className={styles['label']}>{labelText(spokenTexts(), part)}</b>;
    case 'code':
      return <code className={styles['code']}>{part.text}</code>;
    case 'keys':
      return <Keys action={part.action} />;
    case 'page':
      return (
        <button type="button" onClick={() => onGo(part.page)} className={styles['link']}>
          {t(`help.pages.${part.page}`)}
        </button>
      );
    default:
      return assertNever(part);
  }
}
