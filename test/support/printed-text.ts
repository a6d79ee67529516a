import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands on each page of a PDF, as whoever copies it out would get it. */
export async function printedText(pdf: Buffer): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/ +/g, ' '),
    );
  }
  await loading.destroy();
  return pages;
}
