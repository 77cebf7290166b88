using System.Security.Cryptography;
using System.Text;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.KnowledgeBase;

/// <summary>Reads files into a <see cref="KnowledgeSnapshot"/>.</summary>
public static class KnowledgeLoader
{
    /// <param name="progress">Told after each file: how many are done, and of how many.</param>
    /// <param name="before">The knowledge so far, of whose index what is unchanged is taken over; null for none.</param>
    public static KnowledgeLoad Load(KnowledgeSources sources, Action<int, int>? progress = null, KnowledgeSnapshot? before = null)
    {
        try
        {
            var failures = sources.Documents.Append(sources.Language).Where(folder => !Directory.Exists(folder) && !File.Exists(folder))
                .Select(folder => $"{folder}: không có thư mục này").ToList();
            if (failures.Count > 0)
            {
                return new KnowledgeLoad.Failed(failures);
            }

            var texts = LanguageFolder.Files.Where(file => File.Exists(Path.Combine(sources.Language, file)))
                .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(sources.Language, file)));
            return LanguageFolder.Read(texts, failures) is { } language
                ? Load(sources, texts, language with { Version = VersionOf(texts) }, progress, before)
                : new KnowledgeLoad.Failed(failures);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new KnowledgeLoad.Failed([exception.Message]);
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException)
        {
            // Entries that contradict one another: an alias of a province that is not listed, an id given twice.
            return new KnowledgeLoad.Failed([$"{sources.Language}: {exception.Message}"]);
        }
    }

    private static KnowledgeLoad.Loaded Load(KnowledgeSources sources, Dictionary<string, string> texts, LanguageData language, Action<int, int>? progress, KnowledgeSnapshot? before)
    {
        IReadOnlyList<string> provinces = [.. new Gazetteer(language.Provinces, language.Agencies).ProvinceNames];
        var paths = sources.Documents.SelectMany(PathsOf).DistinctBy(Path.GetFullPath).ToList();
        var done = 0;
        var files = Distinguish(paths.AsParallel().AsOrdered().Select(path =>
        {
            var report = DocumentFile.Read(path, provinces);
            progress?.Invoke(Interlocked.Increment(ref done), paths.Count);
            return report;
        }));
        var documents = files.OfType<FileReport.Accepted>().Select(file => file.Document).OrderBy(document => document.File, StringComparer.Ordinal).ToList();
        var knowledge = KnowledgeSnapshot.Build(VersionOf(documents, texts, sources.Office), documents, language, sources.Office, before);
        return WithOfficeAnswers(new KnowledgeLoad.Loaded(knowledge, files), sources);
    }

    /// <summary>Reads the office's answers anew and nothing else.</summary>
    internal static KnowledgeLoad.Loaded WithOfficeAnswers(KnowledgeLoad.Loaded loaded, KnowledgeSources sources)
    {
        var faults = new List<string>();
        var answers = OfficeAnswerFolder.InUse(OfficeAnswerFolder.Read(sources.OfficeAnswers, faults)).ToList();
        return loaded with { Snapshot = With(loaded.Snapshot, answers), OfficeFaults = faults };
    }

    /// <returns>The knowledge with these answers of the office in place of those it has.</returns>
    internal static KnowledgeSnapshot With(KnowledgeSnapshot knowledge, IReadOnlyList<OfficeAnswerFile> answers)
    {
        // Those that it has already are handed on as they are, and need not be read again.
        var known = knowledge.OfficeAnswers.All.ToDictionary(answer => answer.Document.File);
        var texts = answers.Select(answer => answer.Write()).ToList();
        return knowledge.With(
            VersionOf(knowledge.Version, [.. answers.Zip(texts, (answer, text) => answer.Name + text)]),
            [.. answers.Zip(texts, (answer, text) => known.TryGetValue(answer.Name, out var same) && same.Document.Text == text ? same : answer.ToAnswer(knowledge.Office))]);
    }

    /// <returns>"0123456789ab", and with answers of the office "0123456789ab-0123ab".</returns>
    private static string VersionOf(string version, IReadOnlyList<string> answers)
    {
        var documents = version.Split('-')[0];
        return answers.Count == 0 ? documents : documents + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(answers))))[..6];
    }

    internal static IReadOnlyList<string> PathsOf(string source) => File.Exists(source) ? [source] : DocumentFolder.FilesOf(source);

    /// <summary>A citation names a file, so the second of two files of one name is refused; ids are made different.</summary>
    private static List<FileReport> Distinguish(IEnumerable<FileReport> reports)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<FileReport>();
        foreach (var report in reports)
        {
            if (report is not FileReport.Accepted accepted)
            {
                files.Add(report);
            }
            else if (!names.TryAdd(accepted.File, accepted.Path))
            {
                files.Add(new FileReport.Refused(accepted.Path, "same-name", $"trùng tên với {names[accepted.File]}; hãy đổi tên một trong hai tệp"));
            }
            else
            {
                var id = accepted.Document.Id;
                for (var i = 2; !ids.Add(id); i++)
                {
                    id = $"{accepted.Document.Id}-{i}";
                }

                files.Add(accepted with { Document = accepted.Document with { Id = id } });
            }
        }

        return files;
    }

    /// <returns>Names the whole knowledge: all that an answer can depend on.</returns>
    private static string VersionOf(List<Document> documents, Dictionary<string, string> texts, Office office) =>
        HashOf([.. documents.SelectMany(document => new[] { document.File, document.Text }), .. InOrder(texts), office.ToString()]);

    /// <returns>Names the language data.</returns>
    private static string VersionOf(Dictionary<string, string> texts) => HashOf(InOrder(texts));

    private static IEnumerable<string> InOrder(Dictionary<string, string> texts) => texts.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value });

    /// <returns>The first 12 hexadecimal digits of a hash over texts and their lengths.</returns>
    private static string HashOf(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
