/** Calls back at a moment, however far away: a timer by itself holds at most some 24 days. */
export function whenItIs(
  moment: number,
  callback: () => void,
  onTimer: (timer: NodeJS.Timeout) => void,
): NodeJS.Timeout {
  const left = Math.max(moment - Date.now(), 0);
  const timer = setTimeout(
    () => {
      if (moment <= Date.now()) callback();
      else whenItIs(moment, callback, onTimer);
    },
    Math.min(left, 2 ** 31 - 1),
  );
  timer.unref();
  onTimer(timer);
  return timer;
}
