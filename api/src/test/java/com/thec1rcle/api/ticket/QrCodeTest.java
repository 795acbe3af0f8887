package com.thec1rcle.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final String UUID = "5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String SEED =
            TicketKeys.ED25519_SEED + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.US_ASCII));
    private static final TicketCodes CODES = new TicketCodes(new TicketKeys("longkey8", Map.of("longkey8", SECRET)));
    private static final String CODE =
            CODES.sign(new EventId(UUID), TicketId.of(new OrderId(UUID), 65_535), 65_535, 65_535);

    /** 17 modules and 4 for each version, and the quiet zone on both sides. */
    private static final int MODULES_OF_VERSION_6 = 17 + 4 * 6 + 2 * 4;

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1024})
    void thePngCarriesExactlyTheCode(int size) throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(QrCode.of(CODE, size).png()));
        assertThat(image.getWidth()).isEqualTo(size);
        int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
        Result read = read(size, pixels);
        assertThat(read.getText()).isEqualTo(CODE);
        assertThat(CODES.verify(read.getText())).isPresent();
        assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void theSvgCarriesExactlyTheCode() throws Exception {
        String svg = QrCode.of(CODE, 0).svg(300);
        assertThat(svg).contains("width=\"300\"").contains("viewBox=\"0 0 49 49\"");
        BitMatrix modules = new BitMatrix(MODULES_OF_VERSION_6);
        Matcher drawn = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (drawn.find()) {
            modules.set(Integer.parseInt(drawn.group(1)), Integer.parseInt(drawn.group(2)));
        }
        assertThat(read(MODULES_OF_VERSION_6 * 4, pixelsOf(modules, 4)).getText())
                .isEqualTo(CODE);
    }

    @Test
    void theLongestCodeFitsVersionSix() {
        assertThat(CODE).hasSize(TicketCodes.USUAL_LENGTH);
        assertThat(versionOf(CODE)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"k, false, 6", "longkey8, false, 6", "k, true, 6", "longkey8, true, 6"})
    void aCodeSignedWithASecretFitsVersionSixWhetherItChangesOrNot(String keyId, boolean changing, int version) {
        assertThat(versionOf(longest(keyId, SECRET, changing))).isLessThanOrEqualTo(version);
    }

    /** 64 bytes of signature and 32 of ids leave no room in version 6, whatever the key is called. */
    @ParameterizedTest
    @CsvSource({"k, false, 7", "longkey8, false, 7", "short, true, 7", "longkey8, true, 8"})
    void aCodeThatVerifiesWithoutASecretTakesOneOrTwoVersionsMore(String keyId, boolean changing, int version) {
        String code = longest(keyId, SEED, changing);
        assertThat(code).hasSizeLessThanOrEqualTo(TicketCodes.MAX_LENGTH).matches("[A-Z2-7]+");
        assertThat(versionOf(code)).isEqualTo(version);
    }

    private static String longest(String keyId, String key, boolean changing) {
        TicketCodes codes = new TicketCodes(new TicketKeys(keyId, Map.of(keyId, key)));
        TicketId ticket = TicketId.of(new OrderId(UUID), 65_535);
        return changing
                ? codes.signAt(Instant.parse("2026-12-04T18:00:00Z"), new EventId(UUID), ticket, 65_535, 65_535)
                : codes.sign(new EventId(UUID), ticket, 65_535, 65_535);
    }

    private static int versionOf(String code) {
        return (QrCode.of(code, 0).modules().getWidth() - 2 * 4 - 17) / 4;
    }

    private static Result read(int size, int[] pixels) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))));
    }

    private static int[] pixelsOf(BitMatrix modules, int scale) {
        int size = modules.getWidth() * scale;
        int[] pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = modules.get(i % size / scale, i / size / scale) ? 0x000000 : 0xffffff;
        }
        return pixels;
    }
}
