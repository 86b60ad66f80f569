package org.leontief.examples.pictures;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * A picture of a result, {@value #WIDTH} points wide: a chart, below it what has to be known to read it, and the source of its
 * figures. Immutable but for its drawing, which is made anew every time.
 */
public final class Picture {

    static final int WIDTH = 760;
    private static final Color PAPER = Color.WHITE;

    private final Drawing drawing;
    private final int height;
    private final String description;
    private final List<String> caption;

    Picture(Drawing drawing, int height, String description) {
        this(drawing, height, description, List.of());
    }

    private Picture(Drawing drawing, int height, String description, List<String> caption) {
        this.drawing = drawing;
        this.height = height;
        this.description = description;
        this.caption = List.copyOf(caption);
    }

    /**
     * With the source of the figures in its caption.
     *
     * @param source author, title, year, table; where the table does not know it
     * @return a picture that ends with "Source: …"
     */
    public Picture source(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("The source is blank. Give author, title, year and table.");
        }
        return note("Source: " + source);
    }

    /**
     * With a sentence below it.
     *
     * @param note what has to be known to read the picture
     * @return a picture with one more line in its caption
     */
    public Picture note(String note) {
        List<String> longer = new ArrayList<>(caption);
        longer.add(note);
        return new Picture(drawing, height, description, longer);
    }

    /**
     * What the picture shows, in words and numbers, for those who cannot see it; the SVG carries it, too.
     *
     * @return title, axes with units, and every number that is drawn
     */
    public String description() {
        return caption.isEmpty() ? description : description + "\n" + String.join("\n", caption);
    }

    /**
     * For a notebook, or a window.
     *
     * @return an image, one pixel a point
     */
    public BufferedImage image() {
        return image(1);
    }

    /**
     * A PNG file of twice as many pixels as points. It appears whole, or not at all.
     *
     * @param file where to; replaced if it is there
     * @return the file
     */
    public Path png(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image(2), "png", bytes)) {
                throw new IllegalStateException("This Java cannot write PNG: its module java.desktop has no writer.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The image could not be encoded.", e);
        }
        return write(file, bytes.toByteArray());
    }

    /**
     * An SVG file. It appears whole, or not at all.
     *
     * @param file where to; replaced if it is there
     * @return the file
     */
    public Path svg(Path file) {
        return write(file, svgText().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An SVG document: letters are outlines, so that it looks the same everywhere, and the description stands in it as text.
     *
     * @return XML
     */
    public String svgText() {
        VectorGraphics2D graphics = new VectorGraphics2D();
        Caption lines = Caption.of(caption, WIDTH);
        draw(graphics, lines);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(WIDTH, height + lines.height()))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be written as SVG.", e);
        }
        return SvgText.of(bytes.toString(StandardCharsets.UTF_8), WIDTH, height + lines.height(), description());
    }

    /** The drawing, of which tests read the numbers. */
    Drawing drawing() {
        return drawing;
    }

    private BufferedImage image(int scale) {
        Caption lines = Caption.of(caption, WIDTH);
        BufferedImage image =
                new BufferedImage(WIDTH * scale, (height + lines.height()) * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.scale(scale, scale);
            draw(graphics, lines);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void draw(Graphics2D graphics, Caption lines) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, height + lines.height());
        AffineTransform before = graphics.getTransform();
        drawing.draw(graphics, WIDTH, height);
        graphics.setTransform(before);
        graphics.setClip(null);
        lines.draw(graphics, height);
    }

    private static Path write(Path file, byte[] content) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.write(temporary, content);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be written to " + file + ".", e);
        }
        return file;
    }
}
