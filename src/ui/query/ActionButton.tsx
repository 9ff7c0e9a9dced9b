import type { ReactNode, RefObject } from 'react';

interface Props {
  /** False in the page as the server made it, until the stored text has been read. */
  readonly enabled: boolean;
  /** It cannot be used just now, but soon. */
  readonly waiting?: boolean;
  readonly className: string;
  readonly button?: RefObject<HTMLButtonElement | null>;
  readonly onUse: () => void;
  readonly children: ReactNode;
}

/**
 * A button that keeps the focus and its place when it cannot be used now. `disabled` would drop the keyboard's focus, so
 * a button that only waits says so with `aria-disabled`.
 */
export function ActionButton({
  enabled,
  waiting = false,
  className,
  button,
  onUse,
  children,
}: Props): ReactNode {
  return (
    <button
      type="button"
      ref={button}
      className={className}
      disabled={!enabled}
      aria-disabled={waiting || undefined}
      onClick={waiting ? undefined : onUse}
    >
      {children}
    </button>
  );
}
