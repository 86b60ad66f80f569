package org.leontief.examples.command;

import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where a table is written to: a name that promises what is not written there is refused. */
final class TargetPath implements ITypeConverter<Path> {

    private static final Pattern NOT_WRITTEN = Pattern.compile("(?i).*\\.(xls[xmb]?|ods|zip)");

    @Override
    public Path convert(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("no file or folder is named.");
        }
        if (NOT_WRITTEN.matcher(text).matches()) {
            throw new TypeConversionException("'" + text
                    + "' is the name of a workbook or an archive. What is written is a file of text, .csv or .csv.gz, or with"
                    + " --as of convert a folder.");
        }
        return Path.of(text);
    }
}
