// SPDX-License-Identifier: Apache-2.0
package org.counterpart.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.counterpart.Application;

/// What the compiler made of the program, and what it hands to the methods that it calls.
final class Bytecode {
    private Bytecode() {}

    /// A call, and the instructions of its method up to it.
    record Call(String where, InvokeInstruction invoked, List<Instruction> before) {
        boolean of(String owner, String... names) {
            return invoked.owner().asInternalName().equals(owner)
                    && List.of(names).contains(invoked.name().stringValue());
        }

        /// The outermost class.
        String ofClass() {
            return where.replaceAll("[.][^.]+$", "").replaceAll("\\$.*", "");
        }

        /// The constant that was put there so many constants and calls before; none where it is put together while
        /// running.
        Optional<String> constant(int back) {
            return before.size() < back
                    ? Optional.empty()
                    : before.get(before.size() - back) instanceof ConstantInstruction constant
                                    && constant.constantValue() instanceof String text
                            ? Optional.of(text)
                            : Optional.empty();
        }

        /// Whether the method puts texts together before the call.
        boolean putTogether() {
            return before.stream()
                    .anyMatch(each -> each instanceof InvokeDynamicInstruction dynamic
                                    && dynamic.name().stringValue().startsWith("makeConcat")
                            || each instanceof InvokeInstruction call
                                    && (call.owner().asInternalName().equals("java/lang/StringBuilder")
                                            || call.owner().asInternalName().equals("java/lang/String")
                                                    && List.of(
                                                                    "format",
                                                                    "formatted",
                                                                    "concat",
                                                                    "join",
                                                                    "replace",
                                                                    "repeat")
                                                            .contains(
                                                                    call.name().stringValue())));
        }
    }

    /// Every call in the program itself.
    static List<Call> calls(Predicate<Call> wanted) {
        var calls = new ArrayList<Call>();
        for (var model : classes()) {
            for (var method : model.methods()) {
                calls.addAll(calls(model, method, wanted));
            }
        }
        return calls;
    }

    private static List<Call> calls(ClassModel model, MethodModel method, Predicate<Call> wanted) {
        var where = model.thisClass().asInternalName().replace('/', '.') + "."
                + method.methodName().stringValue();
        var before = new ArrayList<Instruction>();
        var calls = new ArrayList<Call>();
        method.code()
                .ifPresent(code -> code.forEach(element -> {
                    if (element instanceof InvokeInstruction invoked) {
                        var call = new Call(where, invoked, List.copyOf(before));
                        if (wanted.test(call)) {
                            calls.add(call);
                        }
                    }
                    if (element instanceof Instruction instruction) {
                        before.add(instruction);
                    }
                }));
        return calls;
    }

    private static List<ClassModel> classes() {
        try (Stream<Path> files = Files.walk(Path.of(Application.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            var classes = new ArrayList<ClassModel>();
            for (var file : files.filter(Bytecode::ours).toList()) {
                classes.add(ClassFile.of().parse(file));
            }
            return classes;
        } catch (IOException | URISyntaxException broken) {
            throw new UncheckedIOException(new IOException(broken));
        }
    }

    /// Tests may be in the same folder where somebody compiles all at once.
    private static boolean ours(Path file) {
        var name = file.toString();
        return name.endsWith(".class")
                && name.contains("counterpart")
                && !name.matches(".*(Tests?|Properties|Scene|Bytecode)(\\$.*)?\\.class");
    }
}
