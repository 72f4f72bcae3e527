/** Points, for the PDF export. */
export const PAPER = {
  a4: { width: 595, height: 842 },
  a3: { width: 842, height: 1191 },
  concert: { width: 666, height: 882 },
};
