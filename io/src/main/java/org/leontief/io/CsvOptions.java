package org.leontief.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.leontief.solve.ProgressListener;

/**
 * How the text of a file is to be read, or written. Immutable; every {@code with} gives new options.
 *
 * <p>Nothing is guessed: a file that does not fit is an error that names the option to change.
 *
 * <pre>{@code
 * CsvOptions german = CsvOptions.defaults()
 *         .withDelimiter(Delimiter.SEMICOLON)
 *         .withDecimalComma()
 *         .withThousandsSeparator(ThousandsSeparator.POINT)
 *         .withMissingAsZero("", "-");
 * }</pre>
 *
 * <p>Writers use delimiter, charset and decimal mark, and no thousands separators.
 */
public final class CsvOptions {

    private static final CsvOptions DEFAULTS = new CsvOptions(
            Delimiter.COMMA,
            StandardCharsets.UTF_8,
            DecimalMark.POINT,
            ThousandsSeparator.NONE,
            MissingValues.REFUSE,
            Set.of(),
            ProgressListener.NONE);

    private final Delimiter delimiter;
    private final Charset charset;
    private final DecimalMark decimalMark;
    private final ThousandsSeparator thousandsSeparator;
    private final MissingValues missingValues;
    private final Set<String> missingMarkers;
    private final ProgressListener progress;

    private CsvOptions(
            Delimiter delimiter,
            Charset charset,
            DecimalMark decimalMark,
            ThousandsSeparator thousandsSeparator,
            MissingValues missingValues,
            Set<String> missingMarkers,
            ProgressListener progress) {
        if (thousandsSeparator.is(decimalMark.character())) {
            throw new IllegalArgumentException("'" + decimalMark.character()
                    + "' cannot be both decimal mark and thousands separator. Set the decimal mark first.");
        }
        this.delimiter = delimiter;
        this.charset = charset;
        this.decimalMark = decimalMark;
        this.thousandsSeparator = thousandsSeparator;
        this.missingValues = missingValues;
        this.missingMarkers = missingMarkers;
        this.progress = progress;
    }

    /**
     * Commas between cells, UTF-8, decimal points, no thousands separators; a missing value is an error.
     *
     * @return the options of the library's own files
     */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Another delimiter.
     *
     * @param newDelimiter what stands between cells
     * @return new options
     */
    public CsvOptions withDelimiter(Delimiter newDelimiter) {
        Objects.requireNonNull(newDelimiter, "newDelimiter");
        return new CsvOptions(
                newDelimiter, charset, decimalMark, thousandsSeparator, missingValues, missingMarkers, progress);
    }

    /**
     * Another encoding than UTF-8, such as {@link StandardCharsets#ISO_8859_1} for older files.
     *
     * @param newCharset an encoding in which ASCII characters are single bytes
     * @return new options
     * @throws IllegalArgumentException if they are not, as in UTF-16
     */
    public CsvOptions withCharset(Charset newCharset) {
        Objects.requireNonNull(newCharset, "newCharset");
        if (!new String(new byte[] {'a', ',', '1'}, newCharset).equals("a,1")) {
            throw new IllegalArgumentException("In " + newCharset
                    + " an ASCII character is not one byte; such files cannot be read here. Save them as UTF-8.");
        }
        return new CsvOptions(
                delimiter, newCharset, decimalMark, thousandsSeparator, missingValues, missingMarkers, progress);
    }

    /**
     * Decimal points: 1234.5.
     *
     * @return new options
     */
    public CsvOptions withDecimalPoint() {
        return new CsvOptions(
                delimiter, charset, DecimalMark.POINT, thousandsSeparator, missingValues, missingMarkers, progress);
    }

    /**
     * Decimal commas: 1234,5.
     *
     * @return new options
     */
    public CsvOptions withDecimalComma() {
        return new CsvOptions(
                delimiter, charset, DecimalMark.COMMA, thousandsSeparator, missingValues, missingMarkers, progress);
    }

    /**
     * Thousands separators, which must then stand between groups of exactly three digits.
     *
     * @param newSeparator what may stand between groups of digits
     * @return new options
     * @throws IllegalArgumentException if it is the decimal mark
     */
    public CsvOptions withThousandsSeparator(ThousandsSeparator newSeparator) {
        Objects.requireNonNull(newSeparator, "newSeparator");
        return new CsvOptions(delimiter, charset, decimalMark, newSeparator, missingValues, missingMarkers, progress);
    }

    /**
     * Texts that stand for "no value" and are to be read as 0.
     *
     * @param markers the whole texts of such cells, such as {@code ".."} and {@code "n/a"}; {@code ""} for empty cells
     * @return new options
     * @throws IllegalArgumentException if no text is given
     */
    public CsvOptions withMissingAsZero(String... markers) {
        Objects.requireNonNull(markers, "markers");
        if (markers.length == 0) {
            throw new IllegalArgumentException("Name the texts that mean 0; for empty cells that is \"\".");
        }
        return new CsvOptions(
                delimiter, charset, decimalMark, thousandsSeparator, MissingValues.ZERO, Set.of(markers), progress);
    }

    /**
     * Missing values are an error again, as they are without any setting.
     *
     * @return new options
     */
    public CsvOptions withMissingRefused() {
        return new CsvOptions(
                delimiter, charset, decimalMark, thousandsSeparator, MissingValues.REFUSE, Set.of(), progress);
    }

    /**
     * A listener that is told every 65,536 rows, or every million cells, how many rows have been read, and can stop the
     * read; that then ends with a {@link java.util.concurrent.CancellationException}.
     *
     * @param listener watches and can stop
     * @return new options
     */
    public CsvOptions withProgress(ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new CsvOptions(
                delimiter, charset, decimalMark, thousandsSeparator, missingValues, missingMarkers, listener);
    }

    /**
     * What stands between cells.
     *
     * @return the delimiter
     */
    public Delimiter delimiter() {
        return delimiter;
    }

    /**
     * The encoding.
     *
     * @return UTF-8 unless set
     */
    public Charset charset() {
        return charset;
    }

    /**
     * What stands before the fraction of a number.
     *
     * @return the decimal mark
     */
    public DecimalMark decimalMark() {
        return decimalMark;
    }

    /**
     * What may stand between groups of three digits.
     *
     * @return the separator
     */
    public ThousandsSeparator thousandsSeparator() {
        return thousandsSeparator;
    }

    /**
     * What a missing value means.
     *
     * @return error or 0
     */
    public MissingValues missingValues() {
        return missingValues;
    }

    /**
     * The texts that stand for "no value".
     *
     * @return an immutable set; empty where missing values are refused
     */
    public Set<String> missingMarkers() {
        return missingMarkers;
    }

    /**
     * Who is told how far a read has come.
     *
     * @return the listener
     */
    public ProgressListener progress() {
        return progress;
    }

    /** All settings but the listener. */
    @Override
    public String toString() {
        return "CSV with " + delimiter.shown() + " between cells, " + charset + ", decimal " + decimalMark
                + ", thousands separator " + thousandsSeparator + ", missing values " + missingValues + " "
                + missingMarkers;
    }
}
