/** Who the employer is on papers. */
export interface Employer {
  readonly nameKa: string;
  readonly nameEn: string | null;
  /** Nine digits of a company, eleven of a person. */
  readonly taxId: string;
}

/** The name for a language; the Georgian one where there is no other. */
export function employerName({ nameKa, nameEn }: Employer, language: 'ka' | 'en'): string {
  return language === 'en' ? (nameEn ?? nameKa) : nameKa;
}
