"""The Boost of the folders that the environment names, as a Conan package of the usual shape."""
import os

from conan import ConanFile


class InstalledBoost(ConanFile):
    name = "boost"
    version = "1.74.0"
    settings = "os", "arch", "compiler", "build_type"

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "Boost")
        headers = self.cpp_info.components["headers"]
        headers.set_property("cmake_target_name", "Boost::headers")
        headers.includedirs = [os.environ["BOOST_INCLUDE_DIR"]]
        headers.libdirs = []
        context = self.cpp_info.components["context"]
        context.set_property("cmake_target_name", "Boost::context")
        context.requires = ["headers"]
        context.includedirs = []
        context.libdirs = [os.environ["BOOST_LIBRARY_DIR"]]
        context.libs = ["boost_context"]
