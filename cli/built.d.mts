/** Path of the built command line, or undefined when there is none of just these sources. */
export function freshBuild(root: string): string | undefined;
