import { writeAddress } from '../../text/address.ts';
import { wholeAddress } from '../address.ts';
import { qrCode } from './qr.ts';
import { receiptOfUnits } from './speech-page.ts';

/**
 * Fills in what the printed sheet says of itself: the address of the whole speech, pinned with the receipt of its wording, and the
 * same as a QR code. A built page names no host while the site has no public address; the sheet gives the one it was read at.
 */
export function fillPrintSheet(sheet: HTMLElement): void {
  const link = wholeAddress(writeAddress('', { receipt: receiptOfUnits({}) }));
  sheet.querySelector('[data-print-address]')!.textContent = link;
  sheet.append(qrCode(link, link));
}
