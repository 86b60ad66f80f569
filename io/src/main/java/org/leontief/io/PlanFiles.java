package org.leontief.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.leontief.label.BoundedVector;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveReport;

/**
 * Writes a plan as a folder of files: {@code final-demand.csv}, {@code gross-output.csv} with bounds, {@code
 * intermediate-use.csv}, {@code extensions.csv} with bounds, and {@code report.json}. Numbers read back bit for bit.
 */
public final class PlanFiles {

    /** Final demand, readable by {@link VectorCsv#read(Path)}. */
    public static final String FINAL_DEMAND = "final-demand.csv";

    /** Gross output with bounds, readable by {@link VectorCsv#readBounded(Path)}. */
    public static final String GROSS_OUTPUT = "gross-output.csv";

    /** Intermediate use, readable by {@link MatrixCsv#read(Path)}. */
    public static final String INTERMEDIATE_USE = "intermediate-use.csv";

    /** Extensions by industry: extension, region (where there are regions), label, unit, value, error_bound. */
    public static final String EXTENSIONS = "extensions.csv";

    /** How the plan was reached. */
    public static final String REPORT = "report.json";

    private static final List<String> NAMES = List.of(FINAL_DEMAND, GROSS_OUTPUT, INTERMEDIATE_USE, EXTENSIONS, REPORT);

    private final GrossOutputPlan plan;
    private final boolean regions;

    private PlanFiles(GrossOutputPlan plan) {
        this.plan = plan;
        regions = !plan.industries().regions().isEmpty();
    }

    /**
     * Writes a plan. All files are written beside their place first and moved there when every one is complete.
     *
     * @param plan the plan
     * @param directory where; made if it is not there, older files of the same names are replaced
     * @throws IOException if a file cannot be written; then none is
     */
    public static void write(GrossOutputPlan plan, Path directory) throws IOException {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(directory, "directory");
        AtomicFile.requireFolder(directory);
        for (String name : NAMES) {
            if (Files.isDirectory(directory.resolve(name))) {
                throw new FileAlreadyExistsException(
                        directory.resolve(name).toString(), null, "it is a folder, and a file is to be written");
            }
        }
        Path target = directory.toAbsolutePath();
        Path parent = target.getParent() == null ? target : target.getParent();
        Files.createDirectories(parent);
        Path draft = parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.createDirectory(draft);
        try {
            new PlanFiles(plan).writeAll(draft);
            Files.createDirectories(target);
            for (String name : NAMES) {
                Files.move(draft.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(draft);
        }
    }

    private void writeAll(Path folder) throws IOException {
        VectorCsv.write(plan.finalDemand(), folder.resolve(FINAL_DEMAND));
        VectorCsv.write(plan.grossOutput(), folder.resolve(GROSS_OUTPUT));
        MatrixCsv.write(plan.intermediateUse(), folder.resolve(INTERMEDIATE_USE));
        writeExtensions(folder.resolve(EXTENSIONS));
        AtomicFile.write(folder.resolve(REPORT), StandardCharsets.UTF_8, writer -> {
            try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
                writeReport(json);
            }
        });
    }

    private void writeExtensions(Path path) throws IOException {
        CsvOutput.write(path, CsvOptions.defaults(), out -> {
            out.text("extension");
            if (regions) {
                out.text(VectorCsv.REGION);
            }
            out.texts(VectorCsv.LABEL, VectorCsv.UNIT, VectorCsv.VALUE, VectorCsv.ERROR_BOUND)
                    .endRow();
            for (String name : plan.extensionNames()) {
                BoundedVector extension = plan.extension(name);
                for (int i = 0; i < plan.industries().size(); i++) {
                    out.text(name);
                    if (regions) {
                        out.region(plan.industries().get(i));
                    }
                    out.text(plan.industries().get(i).name())
                            .text(extension.values().units().get(i))
                            .number(extension.at(i))
                            .number(extension.errorBoundAt(i))
                            .endRow();
                }
            }
        });
    }

    private void writeReport(JsonGenerator json) throws IOException {
        SolveReport report = plan.report();
        json.writeStartObject();
        json.writeNumberField("industries", plan.industries().size());
        json.writeStringField("unit", plan.coefficients().units().toString());
        json.writeStringField("viability", plan.coefficients().viability().explanation());
        json.writeObjectFieldStart("solve");
        json.writeStringField("method", report.method().name());
        json.writeStringField("choice", report.choice());
        json.writeStringField("stop", report.stop().name());
        json.writeNumberField("iterations", report.iterations());
        json.writeNumberField("refinements", report.refinements());
        number(json, "relative_residual", report.relativeResidual());
        number(json, "tolerance", report.tolerance());
        number(json, "seconds", report.seconds());
        json.writeNumberField("threads", report.threads());
        strings(json, "notes", report.notes());
        json.writeEndObject();
        json.writeObjectFieldStart("certificate");
        json.writeBooleanField("certified", plan.grossOutput().isCertified());
        json.writeStringField("basis", plan.certification());
        number(json, "largest_relative_error_bound", plan.grossOutput().largestRelativeErrorBound());
        json.writeEndObject();
        json.writeArrayFieldStart("extensions");
        for (String name : plan.extensionNames()) {
            BoundedVector extension = plan.extension(name);
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("unit", extension.values().units().toString());
            number(json, "total", extension.total());
            number(json, "error_bound", extension.totalErrorBound());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "notes", plan.notes());
        json.writeEndObject();
    }

    /** JSON has no infinity and no NaN: what is not known is null. */
    private static void number(JsonGenerator json, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(field, value);
        } else {
            json.writeNullField(field);
        }
    }

    private static void strings(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
