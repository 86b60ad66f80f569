package org.leontief.examples.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.xml.sax.InputSource;

/** Amounts and labels beyond what is usual give a picture, or are refused in words; nothing runs without end or writes NaN. */
class ExtremePicturesTest {

    private static LabelledVector vector(double... amounts) {
        String[] labels =
                IntStream.range(0, amounts.length).mapToObj(i -> "Item " + i).toArray(String[]::new);
        return LabelledVector.of("Amounts", Labels.of(labels), Units.of("t"), amounts);
    }

    private static LabelledMatrix matrix(double... amounts) {
        Labels columns = vector(amounts).labels();
        return LabelledMatrix.of(
                "Amounts", Labels.of("Part"), columns, Units.of("t"), SparseMatrix.of(new double[][] {amounts}));
    }

    private static Picture curve(Scale yScale, double... heights) {
        double[] x = IntStream.range(0, heights.length).asDoubleStream().toArray();
        return Pictures.curves("Curve", "x", Scale.LINEAR, "y", yScale, new Curve("c", x, heights));
    }

    private static void assertDrawn(Picture picture) throws Exception {
        String svg = picture.svgText();
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(picture.image().getWidth()).isEqualTo(Picture.WIDTH);
    }

    static Stream<double[]> drawable() {
        return Stream.of(
                new double[] {0, 0, 0},
                new double[] {0},
                new double[] {5},
                new double[] {-5},
                new double[] {-3, -2, -1},
                new double[] {1e15, 2e15},
                new double[] {1e280, 1},
                new double[] {1e-280, 2e-280},
                new double[] {1e-5, -2e-5});
    }

    @ParameterizedTest
    @MethodSource("drawable")
    void amountsThatAreDrawn(double[] amounts) throws Exception {
        assertDrawn(Pictures.bars(vector(amounts)));
        assertDrawn(Pictures.stacked("Stacked", "x", matrix(amounts)));
        assertDrawn(Pictures.heatMap(matrix(amounts)));
        assertDrawn(curve(Scale.LINEAR, amounts));
    }

    /** An axis around one level has nothing to show; from 0 the level is seen. */
    @Test
    void aLevelPathStandsAboveZero() {
        BufferedImage image = curve(Scale.LINEAR, 0.82, 0.82, 0.82).image();
        int middle = image.getWidth() / 2;
        int line = IntStream.range(0, image.getHeight())
                .filter(y -> (image.getRGB(middle, y) & 0xFFFFFF) == 0x0072B2)
                .findFirst()
                .orElseThrow();
        assertThat(line).as("in the upper quarter").isLessThan(image.getHeight() / 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, -1.7e308, 1e-308, Double.MIN_VALUE})
    void amountsWithoutAnAxisAreRefused(double amount) throws Exception {
        for (Supplier<Picture> picture : Stream.<Supplier<Picture>>of(
                        () -> Pictures.bars(vector(amount, 0)),
                        () -> Pictures.stacked("Stacked", "x", matrix(amount, 0)),
                        () -> curve(Scale.LINEAR, amount, 0))
                .toList()) {
            assertThatThrownBy(picture::get)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in another unit");
        }
        assertDrawn(Pictures.heatMap(matrix(amount, 0)));
        assertDrawn(curve(Scale.LOGARITHMIC, Math.abs(amount), 1));
    }

    /** Each of them has an axis; what all that are left out add up to has none. */
    @Test
    void sumsThatOverflowAreRefused() {
        double[] amounts = IntStream.range(0, 40).mapToDouble(i -> 9e289).toArray();
        assertThatThrownBy(() -> Pictures.bars(vector(amounts))).hasMessageContaining("in another unit");
    }

    @Test
    void anAxisOnWhichNothingCanBeMarkedIsRefused() {
        assertThatThrownBy(() -> curve(Scale.LINEAR, 1e15, 1e15 + 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing can be marked");
        Curve narrow = new Curve("c", new double[] {1e15, 1e15 + 2}, new double[] {1, 2});
        assertThatThrownBy(() -> Pictures.curves("Curve", "x", Scale.LINEAR, "y", Scale.LINEAR, narrow))
                .hasMessageContaining("nothing can be marked");
    }

    @Test
    void labelsThatLookLikeMarkupOrHaveNoEnd() throws Exception {
        String awkward =
                "<b>\"A & B's\" ]]> " + "and what else there is ".repeat(30).strip();
        LabelledVector amounts = LabelledVector.of(
                awkward,
                Labels.of(awkward, "<script>", "&amp;", "\u0001", "two\nlines"),
                Units.of("<t>"),
                1,
                2,
                3,
                4,
                5);
        Picture picture = Pictures.bars(awkward, amounts).source("<&\"> " + "x".repeat(400));
        assertDrawn(picture);
        assertThat(picture.svgText()).doesNotContain("<script>").doesNotContain("<b>");
        assertThat(picture.description()).as("all of the title").contains(awkward);
        assertThat(Caption.of(List.of("x".repeat(400)), Picture.WIDTH).lines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(150));
    }

    @Test
    void twoThousandBars() throws Exception {
        Picture picture = Pictures.bars(
                vector(IntStream.range(0, 2000).mapToDouble(i -> i - 1000).toArray()));
        assertDrawn(picture);
        assertThat(picture.description()).contains("the other 1985: ");
    }
}
