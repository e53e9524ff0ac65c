import { Component, type ReactNode } from 'react';
import { spokenTexts } from '../i18n.ts';
import { Button } from './button.tsx';
import styles from './error-boundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** In the place of a page that could not be drawn: what to do about it. Runs and saved data are main's, and untouched. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  override state = { failed: false };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { title, text, again } = spokenTexts().ui.pageFailed;
    return (
      <main className={styles['box']}>
        <div role="alert">
          <h1>{title}</h1>
          <p>{text}</p>
        </div>
        <Button look="primary" onClick={() => this.setState({ failed: false })}>
          {again}
        </Button>
      </main>
    );
  }
}
