package com.thec1rcle.api.ticket;

import static com.thec1rcle.api.ticket.WalletFixtures.CODE;
import static com.thec1rcle.api.ticket.WalletFixtures.CODES;
import static com.thec1rcle.api.ticket.WalletFixtures.TICKET;
import static com.thec1rcle.api.ticket.WalletFixtures.night;
import static com.thec1rcle.api.ticket.WalletFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketPdfTest {
    @Test
    void thePageSaysWhoWhatWhenWhereAndForHowMany() throws IOException {
        assertThat(textOf(TicketPdf.of(ticket("Asha Rao"), night("Monsoon Nights"), CODE)))
                .contains(
                        "Monsoon Nights",
                        "Friday 4 December 2026, 21:00 to 04:00 (Asia/Kolkata)",
                        "Doors open Friday 4 December 2026, 18:00",
                        "Blue Room, 1 Harbour Road; 2nd floor, Mumbai",
                        "Asha Rao",
                        "Couple, admits 2",
                        TICKET.value());
    }

    @Test
    void theCodeOnThePageIsTheTicketsCode() throws Exception {
        String read = read(TicketPdf.of(ticket("Asha Rao"), night("Monsoon Nights"), CODE));
        assertThat(read).isEqualTo(CODE);
        assertThat(CODES.verify(read)).isPresent();
    }

    @Test
    void aCodeThatChangesIsNotPrinted() throws IOException {
        byte[] pdf = TicketPdf.of(ticket("Asha Rao"), night("Monsoon Nights"), null);
        assertThat(textOf(pdf)).contains("changes every 30 seconds");
        assertThatThrownBy(() -> read(pdf)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0906\u0936\u093e \u0930\u093e\u0935",
                "\u0986\u09b6\u09be \u09b0\u09be\u0993",
                "\u0a86\u0ab6\u0abe \u0ab0\u0abe\u0ab5",
                "\u0a06\u0a38\u0a3c\u0a3e",
                "\u0b86\u0b9a\u0bbe \u0bb0\u0bbe\u0bb5\u0bcd",
                "\u0c06\u0c36 \u0c30\u0c3e\u0c35\u0c41",
                "\u0c86\u0cb6\u0cbe \u0cb0\u0cbe\u0cb5\u0ccd",
                "\u0d06\u0d36 \u0d31\u0d3e\u0d35\u0d41",
                "\u0b06\u0b36\u0b3e \u0b30\u0b3e\u0b13",
                "Ren\u00e9e \u015awi\u0105tek",
                "\u0410\u0448\u0430"
            })
    void namesInTheScriptsOfIndiaAndEuropeHaveALetterForEachOfTheirs(String name) throws IOException {
        try (PDDocument document = new PDDocument()) {
            StringBuilder written = new StringBuilder();
            new PdfLetters(document).runs(name).forEach(run -> written.append(run.text()));
            assertThat(written.toString()).isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
        }
        assertThat(TicketPdf.of(ticket(name), night(name), CODE)).isNotEmpty();
    }

    @Test
    void whatNoFontKnowsIsShownAsAQuestionMark() throws IOException {
        assertThat(textOf(TicketPdf.of(ticket("Asha \u6f22 \ud83c\udf89"), night("Night"), CODE)))
                .contains("Asha ? ?");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    private static String read(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImage(0, 3);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        }
    }
}
