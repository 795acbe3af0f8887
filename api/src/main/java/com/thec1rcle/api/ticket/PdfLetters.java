package com.thec1rcle.api.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one document: Noto Sans for the scripts of India and of Europe, each font loaded when it is first
 * needed. What none of them knows is shown as a question mark.
 */
final class PdfLetters {
    private static final Map<UnicodeScript, String> FONTS = new EnumMap<>(Map.of(
            UnicodeScript.LATIN, "NotoSans",
            UnicodeScript.DEVANAGARI, "NotoSansDevanagari",
            UnicodeScript.BENGALI, "NotoSansBengali",
            UnicodeScript.GUJARATI, "NotoSansGujarati",
            UnicodeScript.GURMUKHI, "NotoSansGurmukhi",
            UnicodeScript.TAMIL, "NotoSansTamil",
            UnicodeScript.TELUGU, "NotoSansTelugu",
            UnicodeScript.KANNADA, "NotoSansKannada",
            UnicodeScript.MALAYALAM, "NotoSansMalayalam",
            UnicodeScript.ORIYA, "NotoSansOriya"));
    private static final int UNKNOWN = '?';

    private final PDDocument document;
    private final Map<UnicodeScript, Face> faces = new EnumMap<>(UnicodeScript.class);

    PdfLetters(PDDocument document) {
        this.document = document;
    }

    /** Part of a text that one font writes. */
    record Run(PDType0Font font, String text) {
        float width(float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    private record Face(PDType0Font font, CmapLookup letters) {
        boolean has(int letter) {
            return letters.getGlyphId(letter) != 0;
        }
    }

    /** The text in runs, each of letters that its font has. */
    List<Run> runs(String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        Face current = face(UnicodeScript.LATIN);
        for (int letter : readable(text).codePoints().toArray()) {
            Face next = faceOf(letter, current);
            if (next != null && next != current) {
                close(runs, current, pending);
                current = next;
            }
            int shown = next == null ? UNKNOWN : letter;
            if (current.has(shown)) {
                pending.appendCodePoint(shown);
            }
        }
        close(runs, current, pending);
        return runs;
    }

    private static void close(List<Run> runs, Face face, StringBuilder pending) {
        if (!pending.isEmpty()) {
            runs.add(new Run(face.font(), pending.toString()));
            pending.setLength(0);
        }
    }

    /** What joins or parts letters stays with them; other invisible characters are of no use on paper. */
    private static String readable(String text) {
        StringBuilder readable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                readable.append(' ');
            } else if (!Character.isISOControl(letter)) {
                readable.appendCodePoint(letter);
            }
        });
        return readable.toString();
    }

    /** The font for a letter: that of its script, or the one in use for what all scripts share; absent if none has it. */
    private @Nullable Face faceOf(int letter, Face current) throws IOException {
        UnicodeScript script = UnicodeScript.of(letter);
        boolean shared = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
        Face face = shared ? current : face(FONTS.containsKey(script) ? script : UnicodeScript.LATIN);
        if (face.has(letter) || Character.getType(letter) == Character.FORMAT) {
            return face;
        }
        Face latin = face(UnicodeScript.LATIN);
        return latin.has(letter) ? latin : null;
    }

    private Face face(UnicodeScript script) throws IOException {
        Face known = faces.get(script);
        if (known == null) {
            known = load("/fonts/" + FONTS.get(script) + "-Regular.ttf");
            faces.put(script, known);
        }
        return known;
    }

    private Face load(String file) throws IOException {
        try (InputStream bytes = PdfLetters.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The font " + file + " is part of this application.");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup(false));
        }
    }
}
