select count(*), round(100.0*sum(digital_transactions)/sum(transactions),1) from services where digital_transactions is not null;
