package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Vectors joined to known labels. */
class VectorCsvTest {

    private static final Labels LABELS = Labels.of("Agriculture", "Coal", "Steel");
    private static final Units EUR = Units.of("million EUR");

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("demand.csv"), text);
    }

    private CsvFormatException fails(String text) throws IOException {
        Path file = file(text);
        CsvFormatException error =
                catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.read(file, LABELS, EUR));
        assertThat(error).as("reading should fail").isNotNull();
        assertThat(error).hasMessageContaining("demand.csv");
        return error;
    }

    @Test
    void rowsAreJoinedByLabelInAnyOrder() throws IOException {
        LabelledVector d = VectorCsv.read(file("label,value\nSteel,3\nAgriculture,1\nCoal,2\n"), LABELS, EUR);
        assertThat(d.labels()).isEqualTo(LABELS);
        assertThat(d.toArray()).containsExactly(1, 2, 3);
        assertThat(d.units()).isEqualTo(EUR);
        assertThat(d.name()).isEqualTo("demand");
    }

    @Test
    void columnsMayStandInAnyOrderAndNameTheNumbers() throws IOException {
        String text = "Final demand,unit,label\n3,million EUR,Steel\n1,million EUR,Agriculture\n2,million EUR,Coal\n";
        LabelledVector d = VectorCsv.read(file(text), LABELS, EUR);
        assertThat(d.of("Coal")).isEqualTo(2);
        assertThat(d.name()).isEqualTo("Final demand");
    }

    @Test
    void missingLabelsAreAnErrorUnlessTheyMeanZero() throws IOException {
        assertThat(fails("label,value\nSteel,3\n"))
                .hasMessageContaining("no row for 'Agriculture', 'Coal'")
                .hasMessageContaining("MissingLabels.ZERO");
        LabelledVector d = VectorCsv.read(file("label,value\nSteel,3\n"), LABELS, EUR, MissingLabels.ZERO);
        assertThat(d.toArray()).containsExactly(0, 0, 3);
    }

    @Test
    void tenMissingLabelsAreNamedAtMost() throws IOException {
        Labels many = new RandomTables(1).labels(100, false);
        Path file = file("label,value\nkind,3\n");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.read(file, many, EUR)))
                .hasMessageContaining("and 89 more");
    }

    @Test
    void unknownLabelsAreNamedWithTheNearest() throws IOException {
        CsvFormatException error = fails("label,value\nAgriculture,1\nCoaal,2\nSteel,3\n");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error)
                .hasMessageContaining("line 3, column 1 ('label'), row 'Coaal'")
                .hasMessageContaining("Did you mean 'Coal'?");
        assertThat(fails("label,value\nAgriculture,1\nCoal,2\nSteel,3\nTotal,6\n"))
                .hasMessageContaining("'Total' looks like a total");
    }

    @Test
    void duplicateLabelsNameBothLines() throws IOException {
        assertThat(fails("label,value\nCoal,1\nSteel,3\nCoal,2\n"))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'Coal' stands twice, on lines 2 and 4");
    }

    @Test
    void numbersThatAreNoneAreNamed() throws IOException {
        assertThat(fails("label,value\nCoal,NaN\n"))
                .hasMessageContaining("line 2, column 2 ('value'), row 'Coal'")
                .hasMessageContaining("'NaN'");
        assertThat(fails("label,value\nCoal,\n")).hasMessageContaining("empty cell");
    }

    @Test
    void regionsAreAColumnOfTheirOwnOrPartOfTheLabel() throws IOException {
        Labels labels = Labels.ofRegions(List.of("DEU", "FRA"), List.of("Steel"));
        LabelledVector d = VectorCsv.read(file("region,label,value\nFRA,Steel,2\nDEU,Steel,1\n"), labels, EUR);
        assertThat(d.toArray()).containsExactly(1, 2);
        LabelledVector same = VectorCsv.read(file("label,value\nFRA / Steel,2\nDEU / Steel,1\n"), labels, EUR);
        assertThat(same.toArray()).containsExactly(1, 2);
        Path ambiguous = file("label,value\nSteel,2\n");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.read(ambiguous, labels, EUR)))
                .hasMessageContaining("line 2")
                .hasMessageContaining("several regions");
    }

    @Test
    void unitsAreNeverMixed() throws IOException {
        assertThat(fails("label,unit,value\nCoal,thousand EUR,1\n"))
                .hasMessageContaining("line 2, column 2 ('unit'), row 'Coal'")
                .hasMessageContaining("'thousand EUR'")
                .hasMessageContaining("'million EUR'");
    }

    @Test
    void withoutUnitsTheLabelsMustBeGiven() throws IOException {
        Path file = file("label,value\nCoal,1\n");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.read(file)))
                .hasMessageContaining("VectorCsv.read(path, labels, units)");
    }

    @Test
    void columnsThatAreNotKnownAreRefused() throws IOException {
        assertThat(fails("label,value,year\nCoal,1,2011\n")).hasMessageContaining("value, year");
        assertThat(fails("Label,value\nCoal,1\n")).hasMessageContaining("Did you mean 'Label'?");
        assertThat(fails("label,unit\nCoal,t\n")).hasMessageContaining("has none");
        assertThat(fails("label,,value\nCoal,t,1\n"))
                .hasMessageContaining("column 2")
                .hasMessageContaining("no name");
    }

    @Test
    void boundsMustBeThereAndNotNegative() throws IOException {
        Path none = file("label,unit,value\nCoal,t,1\n");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.readBounded(none)))
                .hasMessageContaining("error_bound");
        Path negative = file("label,unit,value,error_bound\nCoal,t,1,-1e-9\n");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.readBounded(negative)))
                .hasMessageContaining("line 2, column 4 ('error_bound'), row 'Coal'");
    }
}
