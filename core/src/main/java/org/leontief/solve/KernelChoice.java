package org.leontief.solve;

import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which kernels dense work and sweeps for several right-hand sides run on, settled once: the Vector API's if the virtual machine was started with {@code
 * --add-modules jdk.incubator.vector}, else plain Java. Both give the same bits.
 */
final class KernelChoice {

    private static final String MODULE = "jdk.incubator.vector";

    private static final Supplier<DenseKernel> DENSE = vector().orElse(PlainKernel::new);
    private static final BlockKernel BLOCKS =
            vectorBlocks().<BlockKernel>map(Supplier::get).orElseGet(PlainBlockKernel::new);
    private static final String NAME = DENSE.get().name();

    private KernelChoice() {}

    /** A new kernel of the chosen kind. */
    static DenseKernel create() {
        return DENSE.get();
    }

    /** The kernel for several right-hand sides, which keeps nothing and serves all threads. */
    static BlockKernel blocks() {
        return BLOCKS;
    }

    /** For reports. */
    static String name() {
        return NAME;
    }

    /** What reports add to their choice of method; nothing for plain Java. */
    static String note() {
        return NAME.equals(PlainKernel.NAME) ? "" : "; dense blocks by " + NAME;
    }

    /** Kernels of the Vector API for dense blocks; empty where it is not present. */
    static Optional<Supplier<DenseKernel>> vector() {
        return vector(DenseKernel.class, "org.leontief.solve.VectorKernel");
    }

    /** Kernels of the Vector API for several right-hand sides; empty where it is not present. */
    static Optional<Supplier<BlockKernel>> vectorBlocks() {
        return vector(BlockKernel.class, "org.leontief.solve.VectorBlockKernel");
    }

    private static <K> Optional<Supplier<K>> vector(Class<K> kind, String name) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Constructor<? extends K> constructor =
                    Class.forName(name).asSubclass(kind).getDeclaredConstructor();
            constructor.newInstance();
            return Optional.of(() -> create(constructor));
        } catch (ReflectiveOperationException | LinkageError e) {
            // An incubating module may change under us: then plain Java serves, and reports say so.
            return Optional.empty();
        }
    }

    private static <K> K create(Constructor<? extends K> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The kernel of the Vector API was there and is no more.", e);
        }
    }
}
