// The reading page: notes beside their line, marks, sheets, and the keys j k c.
import { startApparatus } from './reader-apparatus.ts';
import { startContents } from './reader-contents.ts';
import { markHits } from './reader-hit.ts';
import { startMarks } from './reader-marks.ts';
import { startNotes } from './reader-notes.ts';
import { startPassages } from './reader-passages.ts';
import { startPrintSheet } from './reader-print.ts';
import { startSelection } from './reader-selection.ts';
import { startCitationCheck } from './start-citation-check.ts';

startApparatus();
startMarks();
startNotes();
startPassages();
startContents();
markHits();
startSelection();
startPrintSheet();
startCitationCheck();
