package org.leontief.examples.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.examples.GermanTable;
import org.leontief.label.LabelledVector;
import org.leontief.table.InputOutputTable;

/** The picture of the README shows the numbers of its first example. With the property "leontief.draw" it is drawn anew. */
class ReadmePictureTest {

    private static final Path FILE =
            Path.of(System.getProperty("leontief.root", "..")).resolve("docs/construction.svg");

    @Test
    void saysWhatIsComputed() throws Exception {
        Picture picture = picture();
        if (Boolean.getBoolean("leontief.draw")) {
            picture.svg(FILE);
        }
        String said = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent();
        assertThat(said).isEqualTo(picture.description());
    }

    private static Picture picture() throws IOException {
        InputOutputTable table = GermanTable.read();
        Economy economy = Economy.of(table);
        LabelledVector demand = table.finalDemand().total();
        return Pictures.changes(economy.plan(demand.scale("Construction", 1.10)).comparedWith(economy.plan(demand)))
                .note("Germany 1995, ten per cent more construction for final users.")
                .source("Eurostat, Manual of Supply, Use and Input-Output Tables (2008), chapter 15.");
    }
}
