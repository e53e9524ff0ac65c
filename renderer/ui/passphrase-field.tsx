import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

/** A secret that is typed: dots, with a button that shows what was typed. */
export function PassphraseField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'masked' | 'mono' | 'after'>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      after={
        <Button onClick={() => setShown(!shown)}>
          <Icon size={16} aria-hidden />
          {shown ? t('editor.hide') : t('editor.show')}
          <span className="sr-only"> {props.label}</span>
        </Button>
      }
    />
  );
}
