import type { ExpectedFlow, ForecastStretch } from './forecast.ts';

/** A stretch, and the first day of the forecast: what was due before it is overdue. */
export type ShownStretch = ForecastStretch & { readonly firstDay: string };

/** A flow, and the first day of the forecast. */
export type ShownFlow = ExpectedFlow & { readonly firstDay: string };
