import { createRoot } from 'react-dom/client';
import type { ComponentProps } from 'react';
import { ArqueroPanel } from '#src/exercises/arquero/ui/ArqueroPanel.tsx';
import '#src/ui/styles/site.scss';

// The panel as a lesson page has it, for exercises that stand in no lesson.
for (const place of document.querySelectorAll<HTMLElement>('[data-panel]')) {
  const props = JSON.parse(place.dataset['panel'] ?? '') as ComponentProps<typeof ArqueroPanel>;
  createRoot(place).render(<ArqueroPanel {...props} />);
}
