# Where the notebooks find the library and a kernel; read by start and run.

notebooks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$notebooks/../.." && pwd)
kernel_jar=$notebooks/target/rapaio-jupyter-kernel.jar

# The jar with the library, the pictures and all they need.
library_jar() {
    local jar=$root/examples/target/leontief.jar
    if [[ -f $jar ]]; then
        printf '%s\n' "$jar"
        return
    fi
    echo "The library is not built. Build it with:" >&2
    echo "    mvn -q -B -Dmaven.test.skip package" >&2
    return 1
}

java_program() {
    if [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/java ]]; then
        printf '%s\n' "$JAVA_HOME/bin/java"
    else
        command -v java
    fi
}

# A kernel named "java" of the kernel's jar, in a folder that Jupyter looks into before all others. A class of the kernel that
# makes it hang is replaced, where there is a compiler to do it.
write_kernel_spec() {
    local folder=$notebooks/target/jupyter/kernels/java patch=$notebooks/target/kernel compiler
    mkdir -p "$folder" "$patch"
    compiler=$(dirname "$(java_program)")/javac
    if [[ -x $compiler ]]; then
        "$compiler" --release 17 -d "$patch" "$notebooks"/kernel/*.java
    fi
    cat >"$folder/kernel.json" <<JSON
{
  "argv": ["$(java_program)", "-Djava.awt.headless=true", "-Xmx3g", "-cp", "$patch:$kernel_jar",
    "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"],
  "display_name": "Java",
  "language": "java"
}
JSON
    export JUPYTER_PATH=$notebooks/target/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
}

# Both kernels take their class path from the environment; where jars are separated, each in its own way.
export_class_path() {
    local jar
    jar=$(library_jar)
    export RJK_CLASSPATH=$jar JJAVA_CLASSPATH=$jar
}
