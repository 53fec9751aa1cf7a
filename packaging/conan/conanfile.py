"""Conan 2's recipe for the tree in which it lies:

  conan create packaging/conan --build=missing
"""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir


class DeepyieldRecipe(ConanFile):
    name = "deepyield"
    description = "Python's generators for C++14 and later, on stacks of their own"
    license = "BSL-1.0"
    topics = ("generator", "coroutine", "yield", "itertools")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True}
    implements = ["auto_shared_fpic"]

    def set_version(self):
        project = load(self, os.path.join(self._tree, "CMakeLists.txt"))
        self.version = re.search(r" VERSION (\d+\.\d+\.\d+)", project).group(1)

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "debuggers/*", "include/*", "src/*"):
            copy(self, pattern, self._tree, self.export_sources_folder)

    def requirements(self):
        # Programs link Boost.Context themselves where they use it, beside a shared deepyield too.
        self.requires("boost/[>=1.74.0 <2]", transitive_headers=True, transitive_libs=True)

    def validate(self):
        check_min_cppstd(self, 14)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        toolchain = CMakeToolchain(self)
        for part in ("TESTS", "EXAMPLES", "BENCHMARKS"):
            toolchain.cache_variables[f"DEEPYIELD_BUILD_{part}"] = False
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        # Conan's generators write these for each consumer.
        rmdir(self, os.path.join(self.package_folder, "lib", "cmake"))
        rmdir(self, os.path.join(self.package_folder, "lib", "pkgconfig"))

    def package_info(self):
        library = self.cpp_info.components["library"]
        library.libs = ["deepyield"]
        library.set_property("cmake_target_name", "deepyield::deepyield")
        library.set_property("pkg_config_name", "deepyield")
        library.requires = ["boost::headers"]
        if self.settings.os in ("Linux", "FreeBSD"):
            library.system_libs = ["dl", "pthread"]
        # For engine::context, engine::coroutine2 and coroutine2.hpp.
        boost_engines = self.cpp_info.components["boost_engines"]
        boost_engines.set_property("cmake_target_name", "deepyield::boost_engines")
        boost_engines.requires = ["library", "boost::context"]
