/** Rejects with a `TimeoutError` when `work` takes longer; the work itself goes on. */
export async function withTimeLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const timeout = () => reject(new DOMException(`No answer within ${limitMs} ms.`, 'TimeoutError'));
    timer = setTimeout(timeout, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
