/** A cell of a table; null where something could not be measured. */
export type Cell = string | number | null;

export interface Column {
  /** Name in the JSON. */
  readonly key: string;
  /** Name in the table. */
  readonly heading: string;
  /** Decimals shown. */
  readonly digits?: number;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly notes?: readonly string[];
}

/** A figure that was agreed on, and what it was this time. */
export interface Goal {
  readonly what: string;
  readonly relation: '≥' | '≤';
  readonly wanted: number;
  /** Null when this run did not measure what it rests on. */
  readonly actual: number | null;
  readonly unit: string;
}

export function isMet({ relation, wanted, actual }: Goal): boolean | null {
  if (actual === null) return null;
  return relation === '≥' ? actual >= wanted : actual <= wanted;
}

/** A table for people: text to the left, numbers to the right. */
export function renderTable({ title, columns, rows, notes = [] }: Table): string {
  const cells = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ key, digits }) => show(row[key] ?? null, digits))),
  ];
  const isNumber = columns.map(({ key }) => rows.some((row) => typeof row[key] === 'number'));
  return [
    '',
    title,
    ...aligned(cells, isNumber).map((line) => `  ${line}`),
    ...notes.map((note) => `  · ${note}`),
    '',
  ].join('\n');
}

export function renderGoals(goals: readonly Goal[]): string {
  if (goals.length === 0) return '';
  const word = (goal: Goal): string =>
    ({ true: 'met', false: 'MISSED', null: 'not measured' })[`${isMet(goal)}`];
  const cells = goals.map((goal) => [
    goal.what,
    goal.relation,
    show(goal.wanted),
    show(goal.actual),
    goal.unit,
    word(goal),
  ]);
  const lines = aligned(
    [['', '', 'goal', 'now', '', ''], ...cells],
    [false, false, true, true, false, false],
  );
  return ['', 'Goals', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function aligned(cells: readonly (readonly string[])[], isNumber: readonly boolean[]): string[] {
  const widths = isNumber.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

function show(cell: Cell, digits?: number): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  const decimals = digits ?? (Math.abs(cell) >= 100 || Number.isInteger(cell) ? 0 : 2);
  return cell.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
