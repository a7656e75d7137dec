import Foundation
import Print
import StorageTesting
import Testing
import Texts

@Suite("The print engine")
struct PrintEngineTests {
    private static let weasyPrint = PythonTools.command("weasyprint")?.path
    private static let isAvailable = weasyPrint != nil && PythonTools.has("pikepdf")

    private static let page = """
        <!doctype html><html lang="de"><head><title>Präventionskette</title><link rel="stylesheet" href="/-/stil.css"></head>\
        <body><main><h1>Angebote</h1><p>Für Eltern.</p><table><caption>Orte</caption><tr><th scope="col">Ort</th></tr>\
        <tr><td>Unna</td></tr></table><h2>Zweites</h2><ul><li>eins</li></ul>\
        <img alt="Kreis" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3C/svg%3E"></main></body></html>
        """

    /// What scripts/oracle/pdf.py found.
    private struct Findings: Decodable {
        let marked: Bool
        let language: String
        let title: String
        let ua: String
        let pages: Int
        let structure: [String]
    }

    /// A program that stands in for WeasyPrint; the shell script is gone at the end.
    private func withProgram(_ script: String, _ body: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("weasyprint-\(UUID().uuidString)")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        defer { try? FileManager.default.removeItem(at: file) }
        try await body(file.path)
    }

    @Test(
        "makes a tagged PDF/UA with language, title and structure",
        .enabled(if: isAvailable, "WeasyPrint is not installed: scripts/setup --test"))
    func tagged() async throws {
        let engine = PrintEngine(program: Self.weasyPrint)
        let result = await engine.pdf(from: Array(Self.page.utf8), styleSheet: Array("h1{color:#045}".utf8))
        guard case .pdf(let bytes) = result else {
            Issue.record("no PDF: \(result)")
            return
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let oracle = try await PythonTools.run([
            PythonTools.root.appendingPathComponent("scripts/oracle/pdf.py").path, file.path,
        ])
        let findings = try JSONDecoder().decode(Findings.self, from: Data(oracle.output.utf8))
        #expect(
            findings.marked && findings.language == "de" && findings.title == "Präventionskette" && findings.ua == "1")
        #expect(findings.pages == 1)
        let wanted = ["H1", "P", "Table", "TR", "TH", "TD", "H2", "L", "LI", "Figure"]
        #expect(wanted.filter { !findings.structure.contains($0) } == [])
        #expect(findings.structure.firstIndex(of: "H1") ?? 99 < findings.structure.firstIndex(of: "H2") ?? 0)
    }

    @Test("says so in plain words when there is no program")
    func notInstalled() async throws {
        let engine = PrintEngine(environment: ["PATH": "/nirgends", "LUECKENLOS_WEASYPRINT": "/nirgends/weasyprint"])
        #expect(engine.program == nil)
        let result = await engine.pdf(from: Array(Self.page.utf8))
        #expect(result == .notInstalled)
        #expect(result.message(in: .german)?.contains("Drucken Sie die Seite bitte mit dem Browser") == true)
        #expect(result.message(in: .english) != result.message(in: .german))
    }

    @Test("finds the program by its setting or on the path")
    func finds() async throws {
        try await withProgram("exit 0") { program in
            #expect(PrintEngine(environment: ["LUECKENLOS_WEASYPRINT": program]).program == program)
            #expect(PrintEngine(environment: ["LUECKENLOS_WEASYPRINT": "", "PATH": "/nirgends"]).program == nil)
        }
    }

    @Test("does not even start the program for a page that loads from elsewhere")
    func foreign() async throws {
        try await withProgram("printf %%PDF-") { program in
            let engine = PrintEngine(program: program)
            #expect(
                await engine.pdf(from: Array("<img src=\"file:///etc/passwd\">".utf8))
                    == .failed(.notSelfContained("img src=file:///etc/passwd")))
            #expect(await engine.pdf(from: Array("<p>".utf8)) == .pdf(Array("%PDF-".utf8)))
        }
    }

    @Test("kills a program that takes too long")
    func timeOut() async throws {
        var limits = PrintEngine.Limits()
        limits.seconds = 1
        try await withProgram("exec sleep 3600") { program in
            #expect(
                await PrintEngine(program: program, limits: limits).pdf(from: Array("<p>".utf8)) == .failed(.timeOut))
        }
    }

    @Test("stops a program that needs too much memory or writes too much")
    func tooMuch() async throws {
        var limits = PrintEngine.Limits()
        limits.pdfMegabytes = 1
        limits.memoryMegabytes = 200
        limits.pageBytes = 100
        let engine = { (program: String) in PrintEngine(program: program, limits: limits) }
        try await withProgram("exec head -c 3000000 /dev/zero") { program in
            #expect(await engine(program).pdf(from: Array("<p>".utf8)) == .failed(.tooLarge))
        }
        try await withProgram(
            "dd if=/dev/zero of=/dev/null bs=900M count=1 2>/dev/null || { echo MemoryError >&2; exit 1; }"
        ) { program in
            #expect(await engine(program).pdf(from: Array("<p>".utf8)) == .failed(.tooLarge))
        }
        try await withProgram("printf %%PDF-") { program in
            #expect(await engine(program).pdf(from: Array(repeating: 97, count: 101)) == .failed(.tooLarge))
        }
    }

    @Test("reports a program that fails, and one whose PDF is none")
    func failures() async throws {
        try await withProgram("echo 'error: unrecognized arguments' >&2; exit 2") { program in
            let result = await PrintEngine(program: program).pdf(from: Array("<p>".utf8))
            #expect(result == .failed(.program("Status 2: error: unrecognized arguments")))
            #expect(result.message(in: .german)?.hasPrefix("Die PDF-Datei konnte nicht erstellt werden.") == true)
        }
        try await withProgram("echo hallo") { program in
            #expect(
                await PrintEngine(program: program).pdf(from: Array("<p>".utf8))
                    == .failed(.program("andere Datei als erwartet: ")))
        }
    }

    @Test("runs few at once, lets some wait and sends the rest away")
    func busy() async throws {
        var limits = PrintEngine.Limits()
        limits.atOnce = 1
        limits.waiting = 2
        try await withProgram("cat >/dev/null; sleep 1; printf %%PDF-") { program in
            let engine = PrintEngine(program: program, limits: limits)
            let results = await withTaskGroup(of: PrintResult.self) { group in
                for _ in 0..<6 { group.addTask { await engine.pdf(from: Array("<p>".utf8)) } }
                var results: [PrintResult] = []
                for await result in group { results.append(result) }
                return results
            }
            #expect(results.count { $0 == .failed(.busy) } == 3)
            #expect(results.count { $0 == .pdf(Array("%PDF-".utf8)) } == 3)
        }
    }
}
