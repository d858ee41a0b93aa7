import { redactionKind } from '../schemas/speech.ts';

/** One component that a speech may use. */
interface ComponentRule {
  /** Attributes it takes; true when it cannot do without. */
  attributes: Readonly<Record<string, boolean>>;
  example: string;
}

/** The closed set of components; everything else in a speech is text. */
export const components: Readonly<Record<string, ComponentRule>> = {
  /** Forces a mention of a term over exactly these words. */
  Term: { attributes: { id: true }, example: '<Term id="liang-ge-wei-hu">两个坚决维护</Term>' },
  /** Forbids mentions in these words. */
  NoTerm: { attributes: {}, example: '<NoTerm>担当</NoTerm>' },
  /** Marks an evident slip; the conjectured reading stands in the notes file. */
  Sic: { attributes: { id: true }, example: '<Sic id="bupingdeng">不平等不充分发展</Sic>' },
  /** Anchors an editorial note; its text stands in the notes file. */
  Note: { attributes: { id: true }, example: '<Note id="songxian">嵩县</Note>' },
  /** Says what a redaction stands for, or (kind="none") that these characters are no redaction. */
  Gap: { attributes: { kind: true }, example: '<Gap kind="place">XX</Gap>' },
};

/** Values of the attribute `kind` of <Gap>. */
export const gapKinds: readonly string[] = [...redactionKind.options, 'none'];
