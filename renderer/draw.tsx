import { CSPProvider } from '@base-ui/react/csp-provider';
import { Toast } from '@base-ui/react/toast';
import { type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { AppState } from '../shared/model/app-state.ts';
import { spokenLanguage } from '../shared/model/settings.ts';
import { FALLBACK } from '../shared/text/best-language.ts';
import type { LanguageCode } from '../shared/text/languages.ts';
import { wearAccent } from './accent.ts';
import { bridge } from './bridge.ts';
import { askingFirst, createFirstChoice } from './features/vault/first-choice.ts';
import { FirstChoiceDialog } from './features/vault/first-choice-dialog.tsx';
import { problemSentence, speak, startText } from './i18n.ts';
import { stateAnswer, store } from './start.ts';
import { PageProvider } from './state/store-context.tsx';
import './styles/tokens.css';
import './styles/base.css';
import failed from './ui/error-boundary.module.css';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { ignoreStrayClicks } from './ui/stray-clicks.ts';
import { Toasts } from './ui/toasts.tsx';

/** Draws a window's page, in the person's language. Main's state is there, and the page when this returns: see start.ts. */
export function drawPage(page: ReactNode): void {
  const container = document.getElementById('root');
  if (container === null) throw new Error('index.html has no #root');
  const root = createRoot(container);

  ignoreStrayClicks(document);
  const choice = createFirstChoice();
  const answer = stateAnswer();
  startText(language(store.get()));
  wearAccent(store.get());
  store.subscribe(() => {
    speak(language(store.get()));
    wearAccent(store.get());
  });

  flushSync(() =>
    root.render(
      <StrictMode>
        {answer.ok ? (
          <CSPProvider disableStyleElements>
            <PageProvider page={{ store, bridge: askingFirst(bridge, choice) }}>
              <Toast.Provider>
                <ErrorBoundary>{page}</ErrorBoundary>
                <FirstChoiceDialog choice={choice} />
                <Toasts />
              </Toast.Provider>
            </PageProvider>
          </CSPProvider>
        ) : (
          <main className={failed['box']}>
            <h1>Toctoc</h1>
            <p role="alert">{problemSentence(answer.problems[0])}</p>
          </main>
        )}
      </StrictMode>,
    ),
  );
}

function language(state: AppState | null): LanguageCode {
  return state === null ? FALLBACK : spokenLanguage(state.settings, state.language);
}
