package org.stepback.dev;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;

/// Compares classes by what other classes are compiled against: all but private members and the code of methods.
final class Shape {
    private Shape() {}

    /// Returns true if classes compiled against `one` need not be compiled again for `other`.
    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(of(one), of(other));
    }

    private static byte[] of(byte[] bytes) {
        // A pool of its own: the old one has the constants of the code that is left out.
        ClassFile files = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
        return files.transformClass(files.parse(bytes), Shape::keep);
    }

    private static void keep(ClassBuilder shape, ClassElement element) {
        switch (element) {
            case MethodModel method when isPrivate(method.flags()) -> {}
            case MethodModel method ->
                shape.transformMethod(method, MethodTransform.dropping(CodeModel.class::isInstance));
            case FieldModel field when isPrivate(field.flags()) -> {}
            case InnerClassesAttribute mentioned -> {}
            case NestMembersAttribute ownNames -> {}
            default -> shape.with(element);
        }
    }

    private static boolean isPrivate(AccessFlags flags) {
        return flags.has(AccessFlag.PRIVATE);
    }
}
