package org.leontief.solve;

import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which kernel dense work runs on, settled once: the Vector API's if the virtual machine was started with {@code
 * --add-modules jdk.incubator.vector}, else plain Java. Both give the same bits.
 */
final class KernelChoice {

    private static final String MODULE = "jdk.incubator.vector";
    private static final String KERNEL = "org.leontief.solve.VectorKernel";

    private static final Supplier<DenseKernel> CHOSEN = vector().orElse(PlainKernel::new);
    private static final String NAME = CHOSEN.get().name();

    private KernelChoice() {}

    /** A new kernel of the chosen kind. */
    static DenseKernel create() {
        return CHOSEN.get();
    }

    /** For reports. */
    static String name() {
        return NAME;
    }

    /** What reports add to their choice of method; nothing for plain Java. */
    static String note() {
        return NAME.equals(PlainKernel.NAME) ? "" : "; dense blocks by " + NAME;
    }

    /** Kernels of the Vector API; empty where it is not present. */
    static Optional<Supplier<DenseKernel>> vector() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Constructor<? extends DenseKernel> constructor =
                    Class.forName(KERNEL).asSubclass(DenseKernel.class).getDeclaredConstructor();
            constructor.newInstance();
            return Optional.of(() -> create(constructor));
        } catch (ReflectiveOperationException | LinkageError e) {
            // An incubating module may change under us: then plain Java serves, and reports say so.
            return Optional.empty();
        }
    }

    private static DenseKernel create(Constructor<? extends DenseKernel> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The kernel of the Vector API was there and is no more.", e);
        }
    }
}
