/** Builds the command line of a project unless the build there is fresh; answers the path of the built one. */
export function build(root: string): Promise<string>;
