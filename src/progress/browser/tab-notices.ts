const channelName = 'lunchtime-code-club-progress';

/** What one tab tells the others: look again, or forget all you hold. */
export type TabNotice = 'changed' | 'deleted';

export interface TabNotices {
  readonly send: (notice: TabNotice) => void;
}

/** Listens to the other tabs. Where the browser has no channel, tabs see each other's work after a reload. */
export function openTabNotices(listener: (notice: TabNotice) => void): TabNotices {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'changed' || data === 'deleted') listener(data);
  });
  return { send: (notice) => channel?.postMessage(notice) };
}

function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    return undefined;
  }
}
