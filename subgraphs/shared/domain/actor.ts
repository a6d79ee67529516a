/** Who gives a command, in which company. */
export interface Actor {
  readonly companyId: string;
  readonly userId: string;
}
