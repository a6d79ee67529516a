import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import { Tail } from './tail.ts';

it('a tail tells once that its feed is lost, and once that it is back', async () => {
  const told: { level: number; event?: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void told.push(JSON.parse(line) as never) });
  let attempts = 0;
  const feed: Pick<PublishedFeed<FeedEvent>, 'follow'> = {
    async *follow(_companyId, _after, signal) {
      attempts += 1;
      if (attempts <= 2) throw new Error('connect ECONNREFUSED');
      // Attached, and nothing has happened yet.
      yield [];
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  };
  const tail = new Tail(feed as PublishedFeed<FeedEvent>, 'company', 'c0', log, () => 0);
  await expect.poll(() => told.map(({ level, event }) => [level, event])).toContainEqual([30, 'feed_back']);
  expect(attempts).toBe(3);
  expect(told.map(({ level, event }) => [level, event])).toEqual([
    [40, 'feed_lost'],
    [30, 'feed_back'],
  ]);
  tail.stop();
  await tail.ended;
});
