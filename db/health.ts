import type { DependencyHealth } from '#shared/platform/health.ts';

/** Whether the database behind a subgraph answers, and how fast. */
export async function databaseHealth(database: { ping(): Promise<void> }): Promise<DependencyHealth> {
  const began = performance.now();
  try {
    await database.ping();
    return { name: 'postgres', status: 'up', latencyMs: performance.now() - began };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name: 'postgres', status: 'down', latencyMs: performance.now() - began, error: reason };
  }
}
