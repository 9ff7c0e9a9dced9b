import { useState, useSyncExternalStore } from 'react';
import { loadSettings, saveSettings, subscribeSettings } from '#src/progress/browser/settings.ts';
import { defaultSettings } from '#src/progress/settings.ts';
import type { Settings } from '#src/progress/settings.ts';
import { RadioGroup } from './RadioGroup.tsx';

/** How the pages look and which editor they show. Each choice is saved at once. */
export function SettingsForm() {
  const settings = useSyncExternalStore(subscribeSettings, loadSettings, () => defaultSettings);
  const [message, setMessage] = useState('');

  const change = (part: Partial<Settings>, label: string) => {
    const saved = saveSettings({ ...settings, ...part });
    setMessage(
      saved
        ? `Saved in this browser: ${label}.`
        : `Your browser does not let this site save settings. “${label}” lasts until you leave this page.`,
    );
  };

  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <RadioGroup
        name="editor"
        title="Editor for your answers"
        value={settings.editor}
        onChange={(editor, label) => change({ editor }, label)}
        options={[
          {
            value: 'auto',
            label: 'Choose for me',
            hint: 'Plain on small screens and touch screens, code editor elsewhere.',
          },
          {
            value: 'code',
            label: 'Code editor',
            hint: 'Colours your text and suggests tables, columns and functions.',
          },
          {
            value: 'plain',
            label: 'Plain text',
            hint: 'A simple text box. It works best with some screen readers.',
          },
        ]}
      />
      <RadioGroup
        name="theme"
        title="Colours"
        value={settings.theme}
        onChange={(theme, label) => change({ theme }, label)}
        options={[
          { value: 'system', label: 'Same as my device' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <div role="status">{message !== '' && <p className="govuk-body">{message}</p>}</div>
    </form>
  );
}
