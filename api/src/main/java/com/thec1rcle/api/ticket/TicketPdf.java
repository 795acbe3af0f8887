package com.thec1rcle.api.ticket;

import com.google.zxing.common.BitMatrix;
import com.thec1rcle.api.ticket.PdfLetters.Run;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** A ticket on one page of A5, to print or to keep: who, what, when, where, and the code that the door reads. */
final class TicketPdf {
    private static final PDRectangle PAGE = PDRectangle.A5;
    private static final float MARGIN = 36;
    private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
    private static final float CODE_SIZE = 300;
    private static final float LEADING = 1.35f;
    private static final int MAX_LINES = 2;
    private static final String ELLIPSIS = "\u2026";

    private final PDPageContentStream page;
    private final PdfLetters letters;
    private float top = PAGE.getHeight() - MARGIN;

    private TicketPdf(PDPageContentStream page, PdfLetters letters) {
        this.page = page;
        this.letters = letters;
    }

    /** @param code what the QR code carries; absent for a code that changes, which no paper can show */
    static byte[] of(WalletTicket ticket, Night night, @Nullable String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(PAGE);
            document.addPage(sheet);
            document.getDocumentInformation().setTitle("Ticket");
            document.getDocumentInformation().setCreator("THE C1RCLE");
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                new TicketPdf(page, new PdfLetters(document)).draw(ticket, night, code);
            }
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be written to.", impossible);
        }
        return bytes.toByteArray();
    }

    private void draw(WalletTicket ticket, Night night, @Nullable String code) throws IOException {
        line("THE C1RCLE", 9);
        paragraph(night.title(), 20);
        gap();
        line(NightWords.time(night), 10);
        line(NightWords.doors(night), 10);
        paragraph(NightWords.place(night), 10);
        gap();
        if (ticket.holder() != null) {
            paragraph(ticket.holder().name(), 15);
        }
        line(NightWords.admission(ticket), 11);
        gap();
        if (code == null) {
            line("The code of this ticket changes every 30 seconds.", 10);
            line("Show it at the door from your tickets, on your telephone.", 10);
        } else {
            qr(QrCode.of(code, 0).modules());
        }
        line(ticket.ticketId().value(), 7);
    }

    private void gap() {
        top -= 10;
    }

    /** One line, cut where the page ends. */
    private void line(String text, float size) throws IOException {
        top -= size * LEADING;
        write(fitting(text, size), size);
    }

    /** As many lines as it takes, broken between words, but no more than two. */
    private void paragraph(String text, float size) throws IOException {
        String rest = text.strip();
        for (int line = 1; line < MAX_LINES && width(rest, size) > WIDTH; line++) {
            int end = breakAt(rest, size);
            if (end <= 0) {
                break; // One word wider than the page is cut.
            }
            line(rest.substring(0, end), size);
            rest = rest.substring(end).strip();
        }
        line(rest, size);
    }

    private int breakAt(String text, float size) throws IOException {
        int end = -1;
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            if (width(text.substring(0, space), size) > WIDTH) {
                break;
            }
            end = space;
        }
        return end;
    }

    private String fitting(String text, float size) throws IOException {
        if (width(text, size) <= WIDTH) {
            return text;
        }
        int end = text.length();
        do {
            end = text.offsetByCodePoints(end, -1);
        } while (end > 0 && width(text.substring(0, end) + ELLIPSIS, size) > WIDTH);
        return text.substring(0, end) + ELLIPSIS;
    }

    private float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : letters.runs(text)) {
            width += run.width(size);
        }
        return width;
    }

    private void write(String text, float size) throws IOException {
        List<Run> runs = letters.runs(text);
        page.beginText();
        page.newLineAtOffset(MARGIN, top);
        for (Run run : runs) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    /** Module by module, so that it is sharp at any size. */
    private void qr(BitMatrix modules) throws IOException {
        float module = CODE_SIZE / modules.getWidth();
        top -= CODE_SIZE;
        float left = (PAGE.getWidth() - CODE_SIZE) / 2;
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    page.addRect(left + x * module, top + CODE_SIZE - (y + 1) * module, module, module);
                }
            }
        }
        page.fill();
    }
}
