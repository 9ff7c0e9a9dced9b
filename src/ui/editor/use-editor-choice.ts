import { useEffect, useState } from 'react';
import {
  chooseEditorHere,
  loadSettings,
  saveSettings,
  subscribeSettings,
} from '#src/progress/browser/settings.ts';

/**
 * Which editor to show, remembered for every exercise, and the way to choose. Undefined in the page as the server made
 * it. The screen is looked at once: turning a tablet must not swap the editor under somebody's hands.
 */
export function useEditorChoice(): [
  choice: 'code' | 'plain' | undefined,
  choose: (choice: 'code' | 'plain') => void,
] {
  const [choice, setChoice] = useState<'code' | 'plain'>();
  useEffect(() => {
    setChoice(chooseEditorHere(loadSettings()));
    return subscribeSettings((settings) => {
      if (settings.editor !== 'auto') setChoice(settings.editor);
    });
  }, []);
  return [choice, (editor) => void saveSettings({ ...loadSettings(), editor })];
}
