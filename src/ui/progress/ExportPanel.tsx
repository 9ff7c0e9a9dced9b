import type { ProgressStore } from '#src/progress/browser/progress-store.ts';
import { toProgressFileName } from '#src/progress/progress-file.ts';

interface Props {
  readonly store: ProgressStore;
  readonly onMessage: (message: string) => void;
}

/** Hands over all progress as a file. */
export function ExportPanel({ store, onMessage }: Props) {
  const exportProgress = async () => {
    const file = await store.exportFile();
    const name = toProgressFileName(file.exportedAt);
    download(name, JSON.stringify(file, null, 2));
    onMessage(`Your progress is in the file ${name}, where your browser keeps downloads.`);
  };
  return (
    <>
      <h3 className="govuk-heading-m">Export</h3>
      <p className="govuk-body">
        The file holds your answers. Keep it, or import it in another browser or on another device.
      </p>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        onClick={() => void exportProgress()}
      >
        Export to a file
      </button>
    </>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers start to read the file only after a moment.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
