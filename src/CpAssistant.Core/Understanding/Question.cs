namespace CpAssistant.Core.Understanding;

/// <summary>What is asked.</summary>
public enum QuestionKind
{
    /// <summary>Anything else: the best passages, if good enough.</summary>
    Passage,
    Greeting,
    Thanks,
    Help,
    Target,
    Result,
    NumberMeaning,
    ResponsibleAgency,
    AgencyDuties,
    EnterpriseDuties,
    EnterpriseSupport,
    DocumentFact,
    Reporting,
    Funding,
    Difficulty,
    Industry,
    Successor,
    Definition,
    Method,
    Documents,
    Handoff,
}
